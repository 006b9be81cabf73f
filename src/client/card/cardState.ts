import type { IotPayMode } from '../../contract/sdk';
import type { PaymentState } from '../payment/paymentState';
import type { IotPayCardState } from './cardProps';
import type { CardSession } from './cardSession';

export type CardState = IotPayCardState<IotPayMode>;

/**
 * The state of a card. Its payment's own state comes first, then the answer of the shop's server, then the error that
 * keeps the form away. `mayBePaid` is true for such an error, because the request for a secureId may have failed for an
 * order that the server knows to be paid.
 */
export function cardState(
  known: PaymentState | undefined,
  { status, settled, error }: CardSession,
): CardState {
  if (known && known.status !== 'loading') return known;
  if (settled) return { status: 'settled', settled };
  if (error) return { status: 'failed', error, mayBePaid: true };
  return { status: status === 'idle' ? 'idle' : 'loading' };
}
