export type { CheckoutBody, CheckoutView, OrderState, OrderView, SavedCard } from '../contract/shopRoutes';
export { createOrders, type CheckoutResult, type Orders } from './createOrders';
export { IotPayOrdersError, isIotPayOrdersError, type OrdersErrorCode } from './errors';
export type { OrderEvent, OrderEvents } from './events';
export type { CardForm } from './operations/cards';
export type { OrderList, OrderPage } from './operations/listOrders';
export type { SavedCardSale, WalletSale } from './operations/operations';
export type { RefundWish } from './operations/refund';
export type { Checkout, CheckoutCall, OrderHandler, OrdersIotPay, OrdersOptions, Sale } from './options';
export type { CloseReason, Order, OrderMethod, Payment, Refund, RefundState, SurplusReason } from './order';
export type { NodeHandler } from './routes/node';
export type { RouteErrorCode } from './routes/routeError';
export type { Settled, SettleOptions } from './settling/settleDue';
export type { SettlingLoop, SettlingOptions } from './settling/startSettling';
export { memoryStore } from './stores/memoryStore';
export { postgresStore, type PostgresStoreOptions } from './stores/postgres/postgresStore';
export { schemaSql } from './stores/postgres/schema';
export type { SqlPool, SqlTransactor } from './stores/postgres/sqlDatabase';
export type {
  Change,
  NewEvent,
  OrderEventKind,
  OrderFilter,
  OrderName,
  OrderStore,
  Sql,
  StoredCard,
  StoredEvent,
  StoredOrder,
} from './stores/store';
