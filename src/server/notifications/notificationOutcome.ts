import type { IotPayOrder } from '../../contract/order';
import type { SignatureFault } from '../signing/verify';

/** Facts about a verified notification besides its order. */
export interface NotificationReceipt {
  /** Which of the merchant keys signed it, 0 for the first. Once only 0 comes, the old key can be removed. */
  readonly keyIndex: number;
}

/**
 * Why a notification was turned away. `malformed` can't come from the gateway, because it is no flat list of at most 64
 * fields of a plausible length. `body_already_read` is the shop's own mistake: other code read the body before the
 * handler and left nothing of it. `wrong_merchant` names another `mchId`. `unknown_order` and `order_mismatch` are
 * about `expect`. `not_settled` is genuine, but reports neither paid nor failed, and there is no `onOther` that takes
 * it.
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

/** A notification that was turned away, for the log. It holds nothing secret. */
export interface NotificationRejection {
  readonly reason: NotificationFault;
  /** The problem and its likely cause, in words. */
  readonly message: string;
  /** The HTTP status of the answer: 4xx, or 500 for `body_already_read`. */
  readonly status: number;
  /** The order that it reports, if the signature is right. An unsigned order is not passed on. */
  readonly order?: IotPayOrder | undefined;
}

/** The report of a verified notification about its order, after the shop has taken it. */
export interface NotificationReport {
  /**
   * `paid`: a payment that equals the order of `expect`, stored by `onPayment`. `refunded`: a refund or void that is
   * done. `failed`: a payment that can't be made any more. `refund_failed`: a refund or void that was not done, so its
   * payment is unchanged. `undecided`: anything else that `onOther` took.
   */
  readonly status: 'paid' | 'refunded' | 'failed' | 'refund_failed' | 'undecided';
  readonly order: IotPayOrder;
  readonly receipt: NotificationReceipt;
}

/**
 * The outcome of one notification. Only the `status` of a `NotificationReport` says something about an order, and that
 * notification was acknowledged. `rejected` was turned away. `error` is genuine, but one of the shop's functions failed
 * or took too long, so it was not acknowledged and comes again.
 */
export type NotificationOutcome =
  | NotificationReport
  | { readonly status: 'rejected'; readonly rejection: NotificationRejection }
  | { readonly status: 'error'; readonly error: unknown; readonly order: IotPayOrder };

/** The answer for the gateway, and the outcome of the notification. */
export interface NotificationAnswer {
  /**
   * The HTTP status: 200 if the notification is acknowledged, 4xx if it was turned away, 500 if it could not be stored.
   */
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly outcome: NotificationOutcome;
}
