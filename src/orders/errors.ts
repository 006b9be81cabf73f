import { IotPayError, isIotPayError } from '../contract/error';

/**
 * `unknown_order`: there is no such order here. `key_in_use`: the key names another sale or refund. `not_paid` and
 * `refund_too_large`: there is less money to give back. `no_such_card`: the customer has no such card. `no_customer`:
 * the shop did not say who the customer is. `busy`: other processes keep changing the same order; try again.
 * `gateway_silent`: the gateway gave no answer; try again. `no_sql`: the store has no SQL.
 */
export type OrdersErrorCode =
  | 'invalid_config'
  | 'invalid_request'
  | 'unknown_order'
  | 'key_in_use'
  | 'not_paid'
  | 'refund_too_large'
  | 'no_such_card'
  | 'no_customer'
  | 'busy'
  | 'gateway_silent'
  | 'no_sql';

/** An error of `react-iotpay/orders` itself. Errors of the gateway's client are thrown unchanged. */
export class IotPayOrdersError extends IotPayError<OrdersErrorCode> {
  override readonly name = 'IotPayOrdersError';
}

/** Tells this entry's errors from others, also across its ESM and CJS builds. */
export function isIotPayOrdersError(error: unknown): error is IotPayOrdersError {
  return isIotPayError(error) && error.name === 'IotPayOrdersError';
}
