import type { IotPayChannel } from 'react-iotpay/server';
import type { SavedCard } from '../contract/shopRoutes';
import { parseSafeUrl } from '../contract/urls';
import { IotPayOrdersError } from './errors';
import { type OrderEvents, createEvents } from './events';
import { notificationsFor } from './gateway/notifications';
import { receiveReport } from './gateway/receiveReport';
import { createLedger } from './ledger/ledger';
import { createTell, publicOrder } from './ledger/tellHandlers';
import { listOrders, type OrderList, type OrderPage } from './operations/listOrders';
import { createOperations, type SavedCardSale, type WalletSale } from './operations/operations';
import type { CardForm } from './operations/cards';
import type { RefundWish } from './operations/refund';
import type { Checkout, OrdersOptions } from './options';
import type { Order, Refund } from './order';
import { createNodeHandler, type NodeHandler } from './routes/node';
import { createOrderCookies } from './routes/orderCookies';
import { createFetch } from './routes/routes';
import { type Settled, settleDue, type SettleOptions } from './settling/settleDue';
import { type SettlingLoop, type SettlingOptions, startSettling } from './settling/startSettling';

/**
 * An open form's secureId for the customer's browser. For an order that is paid or undecided, `settled` says which of
 * the two.
 */
export type CheckoutResult<Data = unknown> =
  | { readonly order: Order<Data>; readonly secureId: string; readonly redirectUrl: string }
  | { readonly order: Order<Data>; readonly settled: 'paid' | 'unknown' };

/** The shop's payments. Any number of processes may call every method, and methods may be taken off the object. */
export interface Orders<Data = unknown> {
  /** Opens an order for a form, or returns the open one. A key that is paid or undecided is never sold again. */
  readonly checkout: (wish: Checkout<Data>) => Promise<CheckoutResult<Data>>;
  /**
   * Charges a saved card, once for a key. The order is then paid, failed by proof, or open if the result is unknown.
   */
  readonly chargeSavedCard: (sale: SavedCardSale<Data>) => Promise<Order<Data>>;
  /** The same for Apple Pay and Google Pay. */
  readonly chargeWallet: (sale: WalletSale<Data>) => Promise<Order<Data>>;
  /** Opens a form that saves a card. Hand its secureId to the customer's browser. */
  readonly saveCard: (customer: string, channel?: IotPayChannel) => Promise<CardForm>;
  readonly cards: {
    readonly list: (customer: string) => Promise<SavedCard[]>;
    /** Forgets a card. The gateway has no call that unbinds it. */
    readonly remove: (customer: string, cardId: string) => Promise<boolean>;
  };
  /**
   * The present state of an order. The gateway is asked if the order is not decided. @throws IotPayOrdersError
   * `unknown_order`
   */
  readonly confirm: (mchOrderNo: string) => Promise<Order<Data>>;
  /** Gives money back, all or a part, once for a key. */
  readonly refund: (wish: RefundWish) => Promise<Refund>;
  readonly find: (mchOrderNo: string) => Promise<Order<Data> | undefined>;
  /**
   * Orders by state and time, the newest first, page by page. `{ attention: true }` lists the orders that a person has
   * to look at.
   */
  readonly list: (wish?: OrderList) => Promise<OrderPage<Data>>;
  /** Asks the gateway about all undecided orders that are due. Call it from a cron job, a queue or a timer. */
  readonly settleDue: (options?: SettleOptions) => Promise<Settled>;
  /** Calls `settleDue` again and again. */
  readonly startSettling: (options?: SettlingOptions) => SettlingLoop;
  /** Events for mail and parcels. Each comes at least once, and those of one order come in their order. */
  readonly events: OrderEvents<Data>;
  /** Creates or updates the tables. */
  readonly migrate: () => Promise<void>;
  /** For Next.js: `export const { GET, POST } = orders.routes`. */
  readonly routes: {
    readonly GET: (request: Request) => Promise<Response>;
    readonly POST: (request: Request) => Promise<Response>;
  };
  /** For Hono, Workers, Bun, Deno. Never rejects. */
  readonly fetch: (request: Request) => Promise<Response>;
  /** For `node:http` and Express: `app.use('/pay', orders.node)`. Never rejects. */
  readonly node: NodeHandler;
}

/**
 * The shop's payments, kept in its own database: opened, charged, confirmed, refunded and reconciled, with routes to
 * mount.
 *
 * @throws IotPayOrdersError `invalid_config` for an unusable `url`, `returnTo` or `secret`
 * @example
 * export const orders = createOrders({ iotpay, store: postgresStore(pool), url: 'https://shop.example/pay', checkout, onPaid });
 * export const { GET, POST } = orders.routes;
 */
export function createOrders<Data = unknown>(options: OrdersOptions<Data>): Orders<Data> {
  const { iotpay, store, now = Date.now } = options;
  const onError = neverThrowing(options.onError ?? logError);
  const url = readUrl(options.url);
  const handlers = options as unknown as OrdersOptions;
  checkSettings(handlers, url);
  const ledger = createLedger(store, now, createTell(handlers));
  const desk = { ...ledger, iotpay, onError, url: url.href.replace(/\/+$/, '') };
  const operations = createOperations(desk);
  const notifications = notificationsFor({
    iotpay,
    onError: options.onError,
    receive: (report) => receiveReport(ledger, report),
  });
  const secret = () => (options.secret === undefined ? store.secret() : Promise.resolve(options.secret));
  const cookies = createOrderCookies(url.pathname.replace(/\/+$/, ''), url.protocol === 'https:', secret);
  const parts = { operations, store, options: handlers, cookies, url, onError, notify: notifications.fetch };
  const fetch = createFetch(parts);
  const settle = (settleOptions?: SettleOptions) => settleDue(desk, settleOptions);
  const shown = publicOrder<Data>;

  return Object.freeze<Orders<Data>>({
    async checkout(wish) {
      const opened = await operations.checkout(wish);
      const order = shown(opened.order);
      return 'settled' in opened ? { order, settled: opened.settled } : { order, ...opened.session };
    },
    chargeSavedCard: async (sale) => shown(await operations.chargeSavedCard(sale)),
    chargeWallet: async (sale) => shown(await operations.chargeWallet(sale)),
    saveCard: operations.saveCard,
    cards: Object.freeze({ list: operations.listCards, remove: operations.removeCard }),
    confirm: async (mchOrderNo) => shown(await operations.confirm(mchOrderNo)),
    refund: operations.refund,
    async find(mchOrderNo) {
      const order = await store.read({ mchOrderNo });
      return order && shown(order);
    },
    list: (wish) => listOrders<Data>(store, wish),
    settleDue: settle,
    startSettling: (loop) => startSettling(settle, onError, loop),
    events: createEvents<Data>(store, now),
    migrate: store.migrate,
    routes: Object.freeze({ GET: fetch, POST: fetch }),
    fetch,
    node: createNodeHandler(fetch, url, notifications.node),
  });
}

/** An error of the shop's log must not become the problem of a customer, or end the settling. */
function neverThrowing(log: (error: unknown) => unknown): (error: unknown) => Promise<void> {
  return async (error) => {
    try {
      await log(error);
    } catch {
      // The log was the last resort.
    }
  };
}

function logError(error: unknown): void {
  // eslint-disable-next-line no-console -- nothing about money is silent
  console.error('react-iotpay:', error);
}

/** The gateway takes 200 characters, and a route and an order number are added to this. */
const longestUrl = 150;

function readUrl(text: string): URL {
  const url = typeof text === 'string' ? parseSafeUrl(text) : undefined;
  if (url && !url.search && !url.hash && url.href.length <= longestUrl) return url;
  throw new IotPayOrdersError(
    'invalid_config',
    `url must be where the routes are mounted, such as https://shop.example/pay: https, or http on a loopback host, without a query, ${longestUrl} characters at most.`,
  );
}

function checkSettings({ onPaid, returnTo = '/', secret, origins = [] }: OrdersOptions, url: URL): void {
  const wrong = (message: string) => new IotPayOrdersError('invalid_config', message);
  if (typeof onPaid !== 'function')
    throw wrong('onPaid is required: what the shop does when an order is paid.');
  if (!URL.canParse(returnTo, url) || !parseSafeUrl(new URL(returnTo, url).href))
    throw wrong('returnTo must be a path or URL of the shop.');
  if (secret !== undefined && secret.length < 16) throw wrong('secret must have 16 characters at least.');
  const bad = origins.find((origin) => !URL.canParse(origin) || new URL(origin).origin !== origin);
  if (bad !== undefined)
    throw wrong(`origins must be like https://shop.example, without a path: not ${bad}.`);
}
