import type { OrdersOptions } from '../options';
import type { Order } from '../order';
import type { Change, NewEvent, Sql, StoredOrder } from '../stores/store';
import type { Tell } from './ledger';

type Handlers = Pick<OrdersOptions, 'onPaid' | 'onFailed' | 'onRefunded' | 'onSurplus'>;

/** Calls the shop's handlers for a change's events, one after the other, in the transaction that saves the change. */
export function createTell(handlers: Handlers): Tell {
  return (change) => {
    const calls = change.events.flatMap((event) => callFor(handlers, change, event) ?? []);
    if (calls.length === 0) return undefined;
    return async (sql) => {
      for (const call of calls) await call(sql);
    };
  };
}

function callFor(
  { onPaid, onFailed, onRefunded, onSurplus }: Handlers,
  { order: stored }: Change,
  event: NewEvent,
): ((sql: Sql) => unknown) | undefined {
  const order = publicOrder(stored);
  const refund = order.refunds.find(({ mchRefundNo }) => mchRefundNo === event.mchRefundNo);
  const payment = order.payments.find(({ payOrderId }) => payOrderId === event.payOrderId);
  switch (event.kind) {
    case 'paid':
      return (sql) => onPaid(order, sql, undefined);
    case 'failed':
    case 'expired':
      return onFailed && ((sql) => onFailed(order, sql, undefined));
    case 'refunded':
      return onRefunded && refund && ((sql) => onRefunded(order, sql, refund));
    case 'surplus':
      return onSurplus && payment && ((sql) => onSurplus(order, sql, payment));
    case 'surplus_refunded':
    case 'refund_failed':
      return undefined;
  }
}

/** The order as the shop sees it, without its secureId and the fields that only the library needs. */
export function publicOrder<Data = unknown>(stored: StoredOrder): Order<Data> {
  const { mchOrderNo, key, customer, amount, currency, data, method, channel, state, late } = stored;
  const { attention, reason, createdAt, settledAt } = stored;
  return {
    mchOrderNo,
    key,
    customer,
    amount,
    currency,
    data: data as Data,
    method,
    channel,
    state,
    late,
    attention,
    reason,
    payments: stored.payments.map((payment) => ({ ...payment })),
    refunds: stored.refunds.map((refund) => ({ ...refund })),
    createdAt,
    settledAt,
  };
}
