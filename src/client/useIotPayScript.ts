import { useCallback, useEffect, useSyncExternalStore } from 'react';
import { pageRecord } from '../contract/page';
import type { IotPayFactory } from '../contract/sdk';
import { useIotPayDefaults } from './context';
import type { IotPayClientError } from './error';
import { loadIotPayScript, type IotPayScriptOptions } from './loadIotPayScript';
import { scriptOptions } from './scriptOptions';
import { createStore, type Store } from './store';

export interface UseIotPayScriptOptions extends IotPayScriptOptions {
  /** `false` puts loading off. Default `true`. */
  enabled?: boolean | undefined;
}

export type IotPayScriptState =
  | { status: 'idle'; iotpay?: undefined; error?: undefined }
  | { status: 'loading'; iotpay?: undefined; error?: undefined }
  | { status: 'ready'; iotpay: IotPayFactory; error?: undefined }
  | { status: 'failed'; iotpay?: undefined; error: IotPayClientError };

export type UseIotPayScriptResult = IotPayScriptState & {
  /** Loads again after a failure. */
  retry: () => void;
};

const idle: IotPayScriptState = { status: 'idle' };

const scriptStore = (src = '') =>
  (pageRecord<Record<string, Store<IotPayScriptState>>>()[`script ${src}`] ??=
    createStore<IotPayScriptState>(idle));

async function load(options: IotPayScriptOptions): Promise<void> {
  const store = scriptStore(options.src);
  const { status } = store.get();
  if (status === 'loading') return;
  if (status !== 'ready') store.set({ status: 'loading' });
  try {
    store.set({ status: 'ready', iotpay: await loadIotPayScript(options) });
  } catch (error) {
    store.set({ status: 'failed', error: error as IotPayClientError });
  }
}

/**
 * Loads IOTPay's hosted script and follows its state. Every user of the hook shares one script tag and one state.
 * Nothing is thrown: a failure is the state `failed`, with `error` and `retry()`.
 */
export function useIotPayScript(options: UseIotPayScriptOptions = {}): UseIotPayScriptResult {
  const { enabled = true } = options;
  const { src, nonce, timeoutMs, retries } = scriptOptions(options, useIotPayDefaults().script);
  const state = useSyncExternalStore(
    useCallback((listener) => scriptStore(src).subscribe(listener), [src]),
    () => scriptStore(src).get(),
    () => idle,
  );
  const retry = useCallback(
    () => void load({ src, nonce, timeoutMs, retries }),
    [src, nonce, timeoutMs, retries],
  );

  useEffect(() => {
    if (!enabled) return;
    retry();
    const retryFailed = () => {
      if (scriptStore(src).get().error) retry();
    };
    addEventListener('online', retryFailed);
    return () => removeEventListener('online', retryFailed);
  }, [enabled, src]); // eslint-disable-line react-hooks/exhaustive-deps -- another nonce or timeout is no reason to load again

  return { ...state, retry };
}
