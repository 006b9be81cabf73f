import type { IotPayMode } from '../../contract/sdk';
import type { PaymentState } from '../payment/paymentState';
import type { IotPayCardState } from './cardProps';
import type { CardSession } from './cardSession';

export type CardState = IotPayCardState<IotPayMode>;

/**
 * The state of a card. Its payment's own state comes first, then the word of the shop's server, then the error that keeps the form away.
 * A request for a secureId may have failed because that server knows that the order was paid.
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
