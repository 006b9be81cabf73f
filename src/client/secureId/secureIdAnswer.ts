import { clientError, type IotPayClientError } from '../error';

/** The server's knowledge of an order that must not be opened again. */
export type SettledByServer = 'paid' | 'unknown';

/**
 * The result of the shop's `request`: the secureId, the server's whole answer with the secureId in it, or `settled` if
 * no form is to be opened, because this was paid already (`'paid'`) or may have been (`'unknown'`).
 */
export type SecureIdAnswer = string | { secureId: string } | { settled: SettledByServer };

/** The shop's own function that asks its server for a secureId. `signal` aborts at the timeout, or when `refresh()` asks anew. */
export type SecureIdRequest<Answer extends SecureIdAnswer = SecureIdAnswer> = (context: {
  signal: AbortSignal;
}) => Promise<Answer>;

/**
 * - `idle`: asking is switched off
 * - `loading`: the request is under way
 * - `ready`: there is a secureId
 * - `expired`: its hour is over, and no card shows it that could ask for a new one
 * - `failed`: the request failed; see `error`, and call `refresh()`
 * - `settled`: the server said that no form is to be opened; see `settled`
 */
export type SecureIdState<Answer extends SecureIdAnswer = SecureIdAnswer> =
  | { status: 'idle'; secureId?: undefined; data?: undefined; error?: undefined; settled?: undefined }
  | { status: 'loading'; secureId?: undefined; data?: undefined; error?: undefined; settled?: undefined }
  | { status: 'ready'; secureId: string; data: Answer; error?: undefined; settled?: undefined }
  | { status: 'expired'; secureId: string; data: Answer; error: IotPayClientError; settled?: undefined }
  | {
      status: 'failed';
      secureId?: undefined;
      data?: undefined;
      error: IotPayClientError;
      settled?: undefined;
    }
  | { status: 'settled'; secureId?: undefined; data: Answer; error?: undefined; settled: SettledByServer };

/** Reads the answer of the shop's server. */
export function readAnswer(data: unknown): SecureIdState {
  const { secureId, settled } = (typeof data === 'string' ? { secureId: data } : (data ?? {})) as Partial<
    Record<'secureId' | 'settled', unknown>
  >;
  const answer = data as SecureIdAnswer;
  if (settled === 'paid' || settled === 'unknown') return { status: 'settled', data: answer, settled };
  if (typeof secureId === 'string' && /^\S+$/.test(secureId))
    return { status: 'ready', secureId, data: answer };
  return { status: 'failed', error: clientError('secure_id_invalid') };
}
