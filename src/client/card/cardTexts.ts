import type { IotPayMode } from '../../contract/sdk';
import type { IotPayMessages } from '../provider/languages/language';
import type { CardState } from './cardState';

/** What went wrong, sentence by sentence, or undefined if nothing did. */
export function alertText(state: CardState, messages: IotPayMessages): string[] | undefined {
  const { error, outcome } = state;
  if (error) {
    return [messages[error.code] ?? messages.failed, state.mayBePaid ? messages.mayBePaid : messages.notPaid];
  }
  return outcome?.status === 'failed' ? [messages.declined] : undefined;
}

/** What is going on, or how the payment ended. */
export function statusText(
  { status, outcome, settled }: CardState,
  messages: IotPayMessages,
  mode: IotPayMode | undefined,
): string | undefined {
  if (status === 'loading') return messages.loading;
  if (outcome?.status === 'success' || settled === 'paid')
    return mode === 'Add' ? messages.cardSaved : messages.paid;
  return outcome?.status === 'unknown' || settled ? messages.confirming : undefined;
}
