import type { Ledger } from '../ledger/ledger';
import type { OrdersIotPay } from '../options';

/** The tools of the operations. */
export interface Desk extends Ledger {
  readonly iotpay: OrdersIotPay;
  /** Called with errors that no caller waits for. Never rejects. */
  readonly onError: (error: unknown) => unknown;
  /** The address of the routes, without a slash at the end. */
  readonly url: string;
}
