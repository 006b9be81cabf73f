import type { ServerResponse } from 'node:http';
import type { IotPayOrder } from '../../contract/order';
import type { IotPay } from '../gateway/createIotPay';
import type { NodeRequest } from './nodeBody';
import type { SignatureFault } from '../signing/verify';

/** What the shop ordered, for the library to compare. */
export interface ExpectedOrder {
  /** Whole cents. */
  readonly amount: number;
  /** `'CAD'` by default. */
  readonly currency?: string | undefined;
  /** Only needed where the order was not looked up by it. */
  readonly mchOrderNo?: string | undefined;
}

/** What is known about a verified notification beside its order. */
export interface NotificationReceipt {
  /** Which of the merchant keys signed it, 0 for the first. Once nothing but 0 comes, the old key can go. */
  readonly keyIndex: number;
}

/**
 * Why a notification was turned away. `wrong_merchant` names another `mchId`; `unknown_order` and `order_mismatch` are about `expect`;
 * `not_settled` is genuine but reports neither paid nor failed, and nobody listens with `onOther`.
 */
export type NotificationFault =
  | 'too_large'
  | 'malformed'
  | SignatureFault
  | 'wrong_merchant'
  | 'unknown_order'
  | 'order_mismatch'
  | 'not_settled';

/** A notification that was turned away: what to log. It holds nothing secret. */
export interface NotificationRejection {
  readonly reason: NotificationFault;
  /** What is wrong and the likely cause, in words. */
  readonly message: string;
  /** The HTTP status of the answer, 4xx. */
  readonly status: number;
  /** The order it reports, if the signature is right; what nobody signed is not passed on. */
  readonly order?: IotPayOrder | undefined;
}

/** What `createNotificationHandler` needs. Functions may be async; the gateway's answer waits for them. */
export interface NotificationOptions {
  /** What `createIotPay` returned: its keys verify, its `mchId` must be the notification's. */
  iotpay: Pick<IotPay, 'mchId' | 'checkSignature'>;
  /**
   * Stores that an order is paid. The gateway gets its `success` only once this has resolved; if it throws, the answer is 500 and the
   * notification comes again. It may be told the same payment any number of times: be idempotent on `payOrderId`. In one process
   * the same `payOrderId` is never handled twice at a time.
   */
  onPayment: (order: IotPayOrder, receipt: NotificationReceipt) => unknown;
  /** A refund or void that succeeded. Without it they are acknowledged and dropped: they never reach `onPayment`. */
  onRefund?: ((order: IotPayOrder, receipt: NotificationReceipt) => unknown) | undefined;
  /**
   * A genuine notification that reports neither a payment nor a refund as done. Without it a failed order is acknowledged and dropped, and
   * one that is still pending or unknown is turned away as `not_settled`, so that the gateway comes back.
   */
  onOther?: ((order: IotPayOrder, receipt: NotificationReceipt) => unknown) | undefined;
  /**
   * What the shop ordered under this number; null or undefined if nothing. A payment that differs in amount, currency or number
   * is turned away before `onPayment`. If it throws, the answer is 500.
   */
  expect?:
    | ((order: IotPayOrder) => ExpectedOrder | null | undefined | Promise<ExpectedOrder | null | undefined>)
    | undefined;
  /** Told of every notification that is turned away. What it throws is ignored: the sender may be an attacker. */
  onReject?: ((rejection: NotificationRejection) => unknown) | undefined;
  /** Told of what the functions above throw, for the log; the gateway is answered 500 and nothing else. */
  onError?: ((error: unknown, order: IotPayOrder) => unknown) | undefined;
  /** What acknowledges a notification; `success` by default. IOTPay's PHP sample says `SUCCESS`. */
  successText?: string | undefined;
  /** The longest body, in bytes; 65 536 by default. */
  bodyLimit?: number | undefined;
}

/** The two ways to receive notifications. Both may be taken off the object. */
export interface NotificationHandler {
  /** For Fetch-style routes: `export const POST = notifications.fetch` in Next.js, or Hono, Bun, Deno. Never rejects. */
  readonly fetch: (request: Request) => Promise<Response>;
  /**
   * For `node:http` and Express, before or after `express.json()`: `app.post('/notify', notifications.node)`. Never rejects. Before is
   * better: a number that was sent as `1500.00` is no longer itself once another parser has read it.
   */
  readonly node: (request: NodeRequest, response: ServerResponse) => Promise<void>;
}
