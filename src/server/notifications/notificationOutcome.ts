import type { IotPayOrder } from '../../contract/order';
import type { SignatureFault } from '../signing/verify';

/** What is known about a verified notification beside its order. */
export interface NotificationReceipt {
  /** Which of the merchant keys signed it, 0 for the first. Once nothing but 0 comes, the old key can go. */
  readonly keyIndex: number;
}

/**
 * Why a notification was turned away. `malformed` can't be the gateway's: it is no flat list of at most 64 fields of a sane length.
 * `body_already_read` is the shop's own mistake: something read the body before the handler and left nothing of it. `wrong_merchant` names
 * another `mchId`; `unknown_order` and `order_mismatch` are about `expect`; `not_settled` is genuine but reports neither paid nor failed, and
 * nobody listens with `onOther`.
 */
export type NotificationFault =
  | 'wrong_method'
  | 'too_large'
  | 'malformed'
  | 'body_already_read'
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
  /** The HTTP status of the answer: 4xx, or 500 for `body_already_read`. */
  readonly status: number;
  /** The order it reports, if the signature is right; an unsigned order is not passed on. */
  readonly order?: IotPayOrder | undefined;
}

/** What a verified notification reports about its order, once the shop has taken it. */
export interface NotificationReport {
  /**
   * `paid`: a payment that is what `expect` said, stored by `onPayment`. `refunded`: a refund or void that is done. `failed`: a payment that
   * can't be made any more. `refund_failed`: a refund or void that was not done; its payment is as it was. `undecided`: anything else, which
   * `onOther` took.
   */
  readonly status: 'paid' | 'refunded' | 'failed' | 'refund_failed' | 'undecided';
  readonly order: IotPayOrder;
  readonly receipt: NotificationReceipt;
}

/**
 * What came of one notification. Only the `status` of a `NotificationReport` says something about an order; it was then acknowledged.
 * `rejected` was turned away. `error` is genuine, but one of the shop's functions failed or took too long, so it was not acknowledged and
 * comes again.
 */
export type NotificationOutcome =
  | NotificationReport
  | { readonly status: 'rejected'; readonly rejection: NotificationRejection }
  | { readonly status: 'error'; readonly error: unknown; readonly order: IotPayOrder };

/** What to answer the gateway, and what came of the notification. */
export interface NotificationAnswer {
  /** The HTTP status: 200 where the notification is acknowledged, 4xx where it was turned away, 500 where it could not be stored. */
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly outcome: NotificationOutcome;
}
