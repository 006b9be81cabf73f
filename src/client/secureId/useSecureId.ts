import { useCallback, useEffect, useInsertionEffect, useMemo, useSyncExternalStore } from 'react';
import type { IotPayMode } from '../../contract/sdk';
import { subscribeToPage } from '../pageChanges';
import { createAsking } from './asking';
import type { SecureIdAnswer, SecureIdRequest, SecureIdState } from './secureIdAnswer';
import { knownSession, sessionOf } from './secureIdSessions';

export interface UseSecureIdOptions {
  /**
   * Names the thing that the secureId is for, e.g. the cart's id and revision. One key is one order. Another key asks
   * for another secureId. The same key never asks twice, however often components come and go.
   */
  key: string;
  /** `false` puts asking off. Default `true`. */
  enabled?: boolean | undefined;
  /** Whether the secureId is for a payment or for saving a card. With it, both may use the same key. */
  mode?: IotPayMode | undefined;
  /** How long the shop's server may take to answer, in milliseconds. Default 30000. */
  timeoutMs?: number | undefined;
}

export type UseSecureIdResult<Answer extends SecureIdAnswer = SecureIdAnswer> = SecureIdState<Answer> & {
  mode?: IotPayMode | undefined;
  /**
   * Asks for a new secureId after a failure, a decline or an expiry. It replaces a request that is under way. It does
   * nothing for a key that is paid, that may be paid, or whose form the customer has entered, because a second order
   * could be paid too.
   */
  refresh: () => void;
};

const idle: SecureIdState = { status: 'idle' };
const loading: SecureIdState = { status: 'loading' };

/**
 * Asks the shop's server for a secureId, once per key, and follows it through its one hour. It asks nothing while
 * rendering on a server, and throws nothing: a failure is the state `failed`, with `error` and `refresh()`.
 *
 * @example
 * const session = useSecureId(
 *   ({ signal }) => fetch('/api/checkout', { method: 'POST', signal }).then((answer) => answer.json()),
 *   { key: cart.id },
 * );
 */
export function useSecureId<Answer extends SecureIdAnswer>(
  request: SecureIdRequest<Answer>,
  { key, enabled = true, mode, timeoutMs = 30_000 }: UseSecureIdOptions,
): UseSecureIdResult<Answer> {
  const sessionKey = mode ? `${mode} ${key}` : key;
  const initial = enabled ? loading : idle;
  const known = useSyncExternalStore(
    subscribeToPage,
    () => knownSession(sessionKey)?.get(),
    () => undefined,
  );
  const state = (known && known.status !== 'idle' ? known : initial) as SecureIdState<Answer>;

  const asking = useMemo(() => createAsking(sessionKey), [sessionKey]);
  useInsertionEffect(() => asking.update(request, timeoutMs));
  useEffect(() => (enabled ? sessionOf(asking.key).acquire(asking) : undefined), [enabled, asking]);
  const refresh = useCallback(() => sessionOf(asking.key).refresh(asking), [asking]);

  return useMemo(() => ({ ...state, mode, refresh }), [state, mode, refresh]);
}
