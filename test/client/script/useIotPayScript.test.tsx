import { act, renderHook, waitFor } from '@testing-library/react';
import { StrictMode } from 'react';
import { beforeEach, expect, it } from 'vitest';
import { IotPayProvider } from '../../../src/client/provider/IotPayProvider';
import { loadIotPayScript } from '../../../src/client/script/loadIotPayScript';
import { sdkWindow } from '../../../src/contract/sdk';
import { useIotPayScript } from '../../../src/client/script/useIotPayScript';
import { installFakeIotPay, type FakeIotPay } from '../../../src/testing/installFakeIotPay';

let iotpay: FakeIotPay;

beforeEach(() => {
  iotpay = installFakeIotPay();
  return iotpay.restore;
});

const scripts = () => document.querySelectorAll('script').length;

it('goes from idle over loading to ready, with one tag for all', async () => {
  const seen: string[] = [];
  const useIt = () => {
    const script = useIotPayScript();
    seen.push(script.status);
    return script;
  };
  const first = renderHook(useIt, { wrapper: StrictMode });
  const second = renderHook(() => useIotPayScript());
  await waitFor(() => expect(first.result.current.status).toBe('ready'));
  expect([...new Set(seen)]).toEqual(['idle', 'loading', 'ready']);
  expect(second.result.current.iotpay).toBe(sdkWindow().Iotpay);
  expect(scripts()).toBe(1);
});

it('stays idle until it is enabled', async () => {
  const { result, rerender } = renderHook((enabled: boolean) => useIotPayScript({ enabled }), {
    initialProps: false,
  });
  expect(result.current.status).toBe('idle');
  expect(scripts()).toBe(0);
  rerender(true);
  await waitFor(() => expect(result.current.status).toBe('ready'));
});

it('takes the provider’s src where its own is undefined', async () => {
  const src = 'http://localhost:4242/cc/iotpaycc.js';
  const { result } = renderHook(() => useIotPayScript({ src: undefined }), {
    wrapper: ({ children }) => <IotPayProvider src={src}>{children}</IotPayProvider>,
  });
  await waitFor(() => expect(result.current.status).toBe('ready'));
  expect(document.scripts[0]?.src).toBe(src);
});

it('keeps a failure as its state, and retry mends it for every user of the hook', async () => {
  const unblock = iotpay.blockScript();
  const useIt = () => useIotPayScript({ retries: 0 });
  const first = renderHook(useIt);
  const second = renderHook(useIt);
  await waitFor(() => expect(first.result.current.error?.code).toBe('script_unreachable'));
  expect(second.result.current.error?.code).toBe('script_unreachable');
  unblock();
  act(() => first.result.current.retry());
  await waitFor(() => expect(first.result.current.status).toBe('ready'));
  expect(second.result.current.status).toBe('ready');
});

it.each([
  ['https://evil.example/x.js', 'script_url_refused'],
  ['http://localhost:9/cc/iotpaycc.js', 'script_conflict'],
])('reports a failure for %s on a page with IOTPay’s own script', async (src, code) => {
  await loadIotPayScript();
  const { result } = renderHook(() => useIotPayScript({ src }));
  await waitFor(() => expect(result.current.error?.code).toBe(code));
});
