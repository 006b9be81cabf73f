import type { IotPayMode } from '../../contract/sdk';
import type { IotPayClientErrorCode } from '../error';
import type { IotPayMessages } from '../provider/languages/language';
import type { CardState } from './cardState';

/** Errors that share a text with others. */
const sharedTexts: Partial<Record<IotPayClientErrorCode, 'notLoaded' | 'notPrepared' | 'expired'>> = {
  script_unreachable: 'notLoaded',
  script_timeout: 'notLoaded',
  form_timeout: 'notLoaded',
  secure_id_failed: 'notPrepared',
  secure_id_timeout: 'notPrepared',
  secure_id_invalid: 'notPrepared',
  secure_id_expired: 'expired',
};

/** The sentences of an alert, or undefined if there is none. */
export function alertText(state: CardState, messages: IotPayMessages): string[] | undefined {
  const { error, outcome } = state;
  if (error) {
    const text = messages[error.code] ?? messages[sharedTexts[error.code] ?? 'failed'];
    return [text, state.mayBePaid ? messages.mayBePaid : messages.notPaid];
  }
  return outcome?.status === 'failed' ? [messages.declined] : undefined;
}

/** The text of the live region: progress, or the end of the payment. */
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
