import { useCallback, useEffect, useInsertionEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import {
  idleSecureId,
  secureIdSession,
  type SecureIdAnswer,
  type SecureIdRequest,
  type SecureIdSessionState,
} from './secureIdSession';

export interface UseSecureIdOptions {
  /**
   * What the secureId is for, e.g. the cart's id and revision: one key is one order. Another key asks for another
   * secureId; the same key never asks twice, however often components come and go.
   */
  key: string;
  /** `false` puts asking off. Default `true`. */
  enabled?: boolean | undefined;
}

export type UseSecureIdResult<Answer extends SecureIdAnswer = SecureIdAnswer> =
  SecureIdSessionState<Answer> & {
    /** Asks for a new secureId: after a failure, a decline or an expiry. Does nothing while one is on its way. */
    refresh: () => void;
  };

/**
 * Asks the shop's server for a secureId, once per key, and follows it through its one hour. Nothing is asked while
 * rendering on a server, and nothing is thrown: a failure is the state `failed`, with `error` and `refresh()`.
 *
 * @example
 * const session = useSecureId(
 *   ({ signal }) => fetch('/api/checkout', { method: 'POST', signal }).then((answer) => answer.json()),
 *   { key: cart.id },
 * );
 */
export function useSecureId<Answer extends SecureIdAnswer>(
  request: SecureIdRequest<Answer>,
  { key, enabled = true }: UseSecureIdOptions,
): UseSecureIdResult<Answer> {
  const latest = useRef(request);
  useInsertionEffect(() => {
    latest.current = request;
  });
  const subscribe = useCallback((listener: () => void) => secureIdSession(key).subscribe(listener), [key]);
  const state = useSyncExternalStore(
    subscribe,
    () => secureIdSession(key).get(),
    () => idleSecureId,
  ) as SecureIdSessionState<Answer>;

  useEffect(
    () => (enabled ? secureIdSession(key).acquire((context) => latest.current(context)) : undefined),
    [enabled, key, latest],
  );

  const refresh = useCallback(
    () => secureIdSession(key).refresh((context) => latest.current(context)),
    [key, latest],
  );
  return useMemo(() => ({ ...state, refresh }), [state, refresh]);
}
