import { isIotPayError } from '../contract/error';
import { pageRecord } from '../contract/page';
import { clientError, type IotPayClientError } from './error';
import { createStore, type Store } from './store';

/** What the shop's `request` may resolve to: the secureId, or the server's whole answer that holds it. */
export type SecureIdAnswer = string | { secureId: string };

/** The shop's own function that asks its server for a secureId. `signal` aborts when nobody wants it any more. */
export type SecureIdRequest<Answer extends SecureIdAnswer = SecureIdAnswer> = (context: {
  signal: AbortSignal;
}) => Promise<Answer>;

export type SecureIdSessionState<Answer extends SecureIdAnswer = SecureIdAnswer> =
  | { status: 'idle'; secureId?: undefined; data?: undefined; error?: undefined }
  | { status: 'loading'; secureId?: undefined; data?: undefined; error?: undefined }
  | { status: 'ready'; secureId: string; data: Answer; error?: undefined }
  | { status: 'expired'; secureId: string; data: Answer; error: IotPayClientError }
  | { status: 'failed'; secureId?: undefined; data?: undefined; error: IotPayClientError };

export const idleSecureId: SecureIdSessionState = { status: 'idle' };

/** How long the gateway honours a secureId (gateway contract, words): one hour, in milliseconds. */
const lifetimeMs = 3_600_000;

/** One key's secureId on this page, shared by everyone who asks for the key. */
export interface SecureIdSession extends Pick<Store<SecureIdSessionState>, 'get' | 'subscribe'> {
  /** Wants the secureId, and asks for it unless that was done. The returned function says it is no longer wanted. */
  acquire(request: SecureIdRequest): () => void;
  /** Asks for a new one, unless one is on its way. */
  refresh(request: SecureIdRequest): void;
}

function secureIdOf(answer: unknown): string {
  const secureId =
    typeof answer === 'string' ? answer : (answer as { secureId?: unknown } | null | undefined)?.secureId;
  if (typeof secureId === 'string' && /^\S+$/.test(secureId)) return secureId;
  throw clientError('secure_id_invalid');
}

function createSecureIdSession(): SecureIdSession {
  const store = createStore(idleSecureId);
  let users = 0;
  let askedAt = 0;
  let asking: AbortController | undefined;
  let expiry: ReturnType<typeof setTimeout> | undefined;

  function expireInTime(): void {
    clearTimeout(expiry);
    const state = store.get();
    if (state.status !== 'ready') return;
    expiry = setTimeout(
      () =>
        store.set({
          ...state,
          status: 'expired',
          error: clientError('secure_id_expired'),
        }),
      askedAt + lifetimeMs - Date.now(),
    );
  }

  async function ask(request: SecureIdRequest): Promise<void> {
    const controller = (asking = new AbortController());
    const { signal } = controller;
    clearTimeout(expiry);
    askedAt = Date.now();
    store.set({ status: 'loading' });
    let next: SecureIdSessionState;
    try {
      const data = await request({ signal });
      next = { status: 'ready', secureId: secureIdOf(data), data };
    } catch (cause) {
      const isOurs = isIotPayError(cause) && cause.code === 'secure_id_invalid';
      next = {
        status: 'failed',
        error: isOurs ? (cause as IotPayClientError) : clientError('secure_id_failed', cause),
      };
    }
    if (signal.aborted) return;
    asking = undefined;
    store.set(next);
    if (users) expireInTime();
  }

  function letGo(): void {
    if (users) return;
    clearTimeout(expiry);
    asking?.abort();
    asking = undefined;
    // What was got is kept: to come back to the same payment must not make a second order.
    if (store.get().status !== 'ready') store.set(idleSecureId);
  }

  return {
    get: store.get,
    subscribe: store.subscribe,
    acquire(request) {
      const isFirst = users++ === 0;
      const { status } = store.get();
      const isStale = status === 'ready' && Date.now() >= askedAt + lifetimeMs;
      if (status === 'idle' || (isFirst && isStale)) void ask(request);
      else if (isFirst) expireInTime();
      return () => {
        users--;
        // React takes effects away and gives them back within one task: StrictMode, a moved or remounted component.
        if (!users) setTimeout(letGo);
      };
    },
    refresh(request) {
      if (!asking) void ask(request);
    },
  };
}

/** The session of a key. Only in the browser. */
export const secureIdSession = (key: string): SecureIdSession =>
  (pageRecord<Record<string, SecureIdSession>>()[`secureId ${key}`] ??= createSecureIdSession());
