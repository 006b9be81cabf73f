import type { Ledger } from '../ledger/ledger';
import type { OrdersIotPay } from '../options';

/** What the operations work with. */
export interface Desk extends Ledger {
  readonly iotpay: OrdersIotPay;
  /** Told of what goes wrong where nobody waits for an answer. Never rejects. */
  readonly onError: (error: unknown) => unknown;
  /** Where the routes are mounted, without a slash at the end. */
  readonly url: string;
}
