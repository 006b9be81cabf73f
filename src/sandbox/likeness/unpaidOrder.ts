import type { LedgerOrder } from '../orders/ledger';
import { Refusal } from '../refusal';
import type { Behaviour } from './gatewayAnswers';

/**
 * An order without an attempt to pay it, as the imitated gateway shows it.
 *
 * @throws Refusal where that gateway doesn't know such an order yet.
 */
export function unpaidOrder(order: LedgerOrder, { unpaidOrder: said }: Behaviour): LedgerOrder {
  if (said.retCode === 'FAIL') throw new Refusal('pay order does not exist', 'unpaidOrder');
  return said.status === undefined ? order : { ...order, status: said.status };
}
