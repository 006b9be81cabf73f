import { act, cleanup, render, renderHook, screen } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { commands } from 'vitest/browser';
import { sdkWindow } from '../../src/contract/sdk';
import {
  IotPayCard,
  useIotPayCard,
  useIotPayScript,
  type IotPayClientError,
  type IotPayScriptOptions,
} from '../../src/index';
import { cardStatus, withUnreliableNetwork, type ScriptFault } from './loadingPage';
import { hostedScript, onceEach, pageCounts } from './page';

withUnreliableNetwork();

let secureId: string;
beforeEach(async () => {
  secureId = await commands.makeSecureId('Pay');
});

/** The form's part of the counts: one of each, however the script arrived. */
const oneForm = { calls: 1, mounts: 1, iframes: 1 };

describe.each([true, false])('a script that does not come, StrictMode %s', (reactStrictMode) => {
  function renderCard(options: IotPayScriptOptions = {}) {
    const onError = vi.fn<(error: IotPayClientError) => void>();
    const script = { src: hostedScript, retries: 0, ...options };
    const card = <IotPayCard secureId={secureId} script={script} redirect="manual" onError={onError} />;
    return { onError, ...render(card, { reactStrictMode }) };
  }

  it.each<[ScriptFault, string]>([
    ['blocked by an extension', 'script_unreachable'],
    ['without DNS', 'script_unreachable'],
    ['not found', 'script_unreachable'],
    ['unavailable', 'script_unreachable'],
    ['an HTML page', 'script_unreachable'],
    ['an empty file', 'script_without_global'],
  ])(
    'shows a script that does not come as an error with a button that loads it again: %s',
    async (fault, code) => {
      await commands.spoil(hostedScript, fault);
      const { onError } = renderCard();
      const retry = await screen.findByRole('button', { name: 'Try again' });
      expect(onError).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ code }));
      await commands.mend();
      act(() => retry.click());
      await expect.poll(cardStatus).toBe('ready');
      expect(pageCounts()).toEqual({ scripts: 2, ...oneForm });
      expect(screen.queryByRole('alert')).toBeNull();
    },
  );

  it('loads the script again by itself after a 503, without an error', async () => {
    vi.spyOn(Math, 'random').mockReturnValueOnce(0);
    await commands.spoil(hostedScript, 'unavailable', 1);
    const { onError } = renderCard({ retries: 1 });
    await expect.poll(cardStatus).toBe('ready');
    expect(pageCounts()).toEqual({ scripts: 2, ...oneForm });
    expect(onError).not.toHaveBeenCalled();
  });

  it('gives a script up after timeoutMs when it hangs, whatever the retries, and uses it if it comes later', async () => {
    await commands.spoil(hostedScript, 'a hang', 1);
    const { onError } = renderCard({ timeoutMs: 100, retries: 5 });
    const retry = await screen.findByRole('button', { name: 'Try again' });
    expect(onError).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ code: 'script_timeout' }));
    await commands.release();
    await expect.poll(() => sdkWindow().Iotpay).toBeDefined();
    act(() => retry.click());
    await expect.poll(cardStatus).toBe('ready');
    expect(pageCounts()).toEqual(onceEach);
  });

  it('loads the script again while the first request still hangs', async () => {
    await commands.spoil(hostedScript, 'a hang', 1);
    renderCard({ timeoutMs: 500 });
    const retry = await screen.findByRole('button', { name: 'Try again' });
    act(() => retry.click());
    await expect.poll(cardStatus).toBe('ready');
    expect(pageCounts()).toEqual({ scripts: 2, ...oneForm });
  });

  it('loads the script without a click when the customer is online again', async () => {
    await commands.spoil(hostedScript, 'offline');
    renderCard();
    await screen.findByRole('alert');
    await commands.mend();
    window.dispatchEvent(new Event('online'));
    await expect.poll(cardStatus).toBe('ready');
    expect(pageCounts()).toEqual({ scripts: 2, ...oneForm });
  });

  it('loads the script again for a card that comes later', async () => {
    await commands.spoil(hostedScript, 'blocked by an extension');
    renderCard();
    await screen.findByRole('alert');
    cleanup();
    await commands.mend();
    renderCard();
    await expect.poll(cardStatus).toBe('ready');
    expect(pageCounts()).toEqual({ scripts: 2, ...oneForm });
  });

  it('loads the script again by useIotPayScript’s retry', async () => {
    await commands.spoil(hostedScript, 'not found');
    const { result } = renderHook(() => useIotPayScript({ src: hostedScript, retries: 0 }), {
      reactStrictMode,
    });
    await expect.poll(() => result.current.error?.code).toBe('script_unreachable');
    await commands.mend();
    act(() => result.current.retry());
    await expect.poll(() => result.current.status).toBe('ready');
    expect(result.current.iotpay).toBe(sdkWindow().Iotpay);
    expect(pageCounts().scripts).toBe(2);
  });

  it('loads the script by useIotPayScript when the customer is online again', async () => {
    await commands.spoil(hostedScript, 'offline');
    const { result } = renderHook(() => useIotPayScript({ src: hostedScript, retries: 0 }), {
      reactStrictMode,
    });
    await expect.poll(() => result.current.status).toBe('failed');
    await commands.mend();
    window.dispatchEvent(new Event('online'));
    await expect.poll(() => result.current.status).toBe('ready');
    expect(pageCounts().scripts).toBe(2);
  });

  it('loads the script again by useIotPayCard’s retry', async () => {
    await commands.spoil(hostedScript, 'without DNS');
    const script = { src: hostedScript, retries: 0 };
    const { result } = renderHook(() => useIotPayCard({ secureId, script }), { reactStrictMode });
    const container = document.body.appendChild(document.createElement('div'));
    act(() => void result.current.containerRef(container));
    await expect.poll(() => result.current.error?.code).toBe('script_unreachable');
    await commands.mend();
    act(() => result.current.retry());
    await expect.poll(() => result.current.status).toBe('ready');
    expect(pageCounts()).toEqual({ scripts: 2, ...oneForm });
    container.remove();
  });
});
