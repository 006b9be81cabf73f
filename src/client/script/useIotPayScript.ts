import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import type { IotPayFactory } from '../../contract/sdk';
import type { IotPayClientError } from '../error';
import { subscribeToPage } from '../pageChanges';
import { useIotPayDefaults } from '../provider/context';
import { loadScript } from './loadIotPayScript';
import { currentLoad } from './scriptLoad';
import { scriptOptions, type IotPayScriptOptions } from './scriptOptions';

export interface UseIotPayScriptOptions extends IotPayScriptOptions {
  /** `false` loads nothing yet. Default `true`. */
  enabled?: boolean | undefined;
}

/**
 * - `idle`: nothing has asked for the script yet
 * - `loading`: the script is on its way
 * - `ready`: `iotpay` is the factory that the script defines
 * - `failed`: see `error`, and call `retry()`
 */
export type IotPayScriptState =
  | { status: 'idle'; iotpay?: undefined; error?: undefined }
  | { status: 'loading'; iotpay?: undefined; error?: undefined }
  | { status: 'ready'; iotpay: IotPayFactory; error?: undefined }
  | { status: 'failed'; iotpay?: undefined; error: IotPayClientError };

export type UseIotPayScriptResult = IotPayScriptState & {
  /** Loads again after a failure. */
  retry: () => void;
};

/** @param refused why this component's own `src` is not used, if it is not */
function stateOf(
  found: IotPayFactory | IotPayClientError | boolean,
  refused: IotPayClientError | undefined,
): IotPayScriptState {
  const error = refused ?? (found instanceof Error ? found : undefined);
  if (error) return { status: 'failed', error };
  if (typeof found === 'function') return { status: 'ready', iotpay: found };
  return { status: found ? 'loading' : 'idle' };
}

/**
 * Loads IOTPay's hosted script and follows its state. All users of the hook and all card forms share one script tag and
 * one state. It throws nothing: a failure is the state `failed`, with `error` and `retry()`.
 */
export function useIotPayScript(options: UseIotPayScriptOptions = {}): UseIotPayScriptResult {
  const { enabled = true } = options;
  const { src, nonce, timeoutMs, retries } = scriptOptions(options, useIotPayDefaults().script);
  const [refused, setRefused] = useState<IotPayClientError>();
  const found = useSyncExternalStore(
    subscribeToPage,
    () => {
      const load = currentLoad();
      return load?.iotpay ?? load?.error ?? !!load;
    },
    () => false,
  );
  const retry = useCallback(() => {
    // If the page's one load failed, the shared state has that error. Any other error is about this component's own
    // src.
    const noteRefusal = (error?: IotPayClientError) =>
      setRefused(error === currentLoad()?.error ? undefined : error);
    loadScript({ src, nonce, timeoutMs, retries }).then(() => noteRefusal(), noteRefusal);
  }, [src, nonce, timeoutMs, retries]);

  useEffect(() => {
    if (!enabled) return;
    retry();
    const retryFailed = () => {
      if (currentLoad()?.error) retry();
    };
    addEventListener('online', retryFailed);
    return () => removeEventListener('online', retryFailed);
  }, [enabled, src]); // eslint-disable-line react-hooks/exhaustive-deps -- another nonce or timeout is no reason to load again

  return { ...stateOf(found, refused), retry };
}
