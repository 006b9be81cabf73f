import * as React from 'react';
import { StrictMode, type ReactElement, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { commands } from 'vitest/browser';
import { watchLeftovers } from './leftovers';
import { hostedScript, onceEach, pageCounts } from './page';
import { Checkout, formIs, forms, nextTask, openShop } from './shop';
import { sdkWindow } from '../../src/contract/sdk';
import { IotPayCard } from '../../src/index';

interface HideableProps {
  mode: 'visible' | 'hidden';
  children: ReactNode;
}

const HiddenElement = ({ mode, children }: HideableProps) => <div hidden={mode === 'hidden'}>{children}</div>;

/** React 18 has no Activity: there a hidden subtree is a hidden element, and its effects stay. */
const { Activity } = React as { Activity?: (props: HideableProps) => ReactElement };
const Hideable = Activity ?? HiddenElement;

describe.each([true, false])('with StrictMode %s', (strict) => {
  const request = vi.fn(() => commands.makeSecureId('Pay'));
  const onSuccess = vi.fn();
  const checkout = <Checkout request={request} onSuccess={onSuccess} script={{ src: hostedScript }} />;
  const hideable = (mode: HideableProps['mode']) => <Hideable mode={mode}>{checkout}</Hideable>;

  beforeEach(() => {
    vi.clearAllMocks();
  });

  it('opens one form in a part of the page that is hidden first', async () => {
    const { rerender } = openShop(hideable('hidden'), strict);
    await nextTask();
    rerender(hideable('visible'));
    await formIs('ready');
    expect(pageCounts()).toEqual(onceEach);
    expect(request).toHaveBeenCalledTimes(1);
  });

  it('has the same form again when its part of the page was hidden', async () => {
    const { rerender } = openShop(hideable('visible'), strict);
    await formIs('ready');
    const before = forms();
    rerender(hideable('hidden'));
    await nextTask();
    expect(forms()).toHaveLength(Activity ? 0 : 1);
    rerender(hideable('visible'));
    await formIs('ready');
    expect(pageCounts()).toEqual({ ...onceEach, iframes: Activity ? 2 : 1 });
    expect(forms()).toEqual(before);
    expect(request).toHaveBeenCalledTimes(1);
  });

  it('keeps its outcome when its part of the page was hidden, and opens no second form for it', async () => {
    const { rerender } = openShop(hideable('visible'), strict);
    await formIs('ready');
    await commands.payWith('[data-status]', '4242424242424242');
    await formIs('settled');
    rerender(hideable('hidden'));
    await nextTask();
    rerender(hideable('visible'));
    await nextTask();
    await formIs('settled');
    expect(pageCounts()).toEqual(onceEach);
    expect(onSuccess).toHaveBeenCalledTimes(1);
  });

  describe('in a root of its own', () => {
    const inRoot = strict ? <StrictMode>{checkout}</StrictMode> : checkout;

    function openRoot() {
      const root = createRoot(document.body.appendChild(document.createElement('div')));
      const show = (page: ReactNode) => flushSync(() => root.render(page));
      return { show, remount: () => [null, inRoot].forEach(show), close: () => root.unmount() };
    }

    it('opens one form when it is taken away and put back in the task in which it came', async () => {
      const { show, remount, close } = openRoot();
      show(inRoot);
      remount();
      await formIs('ready');
      expect(pageCounts()).toEqual(onceEach);
      expect(request).toHaveBeenCalledTimes(1);
      close();
    });

    it('puts the same form back when it is taken away and put back later in one task', async () => {
      const { show, remount, close } = openRoot();
      show(inRoot);
      await formIs('ready');
      const [first] = forms();
      remount();
      await formIs('ready');
      expect(forms()).toEqual([first]);
      expect(pageCounts()).toEqual({ ...onceEach, iframes: 2 });
      expect(request).toHaveBeenCalledTimes(1);
      close();
    });
  });

  it('puts the same form back when its key changes', async () => {
    const keyed = (key: string) => <React.Fragment key={key}>{checkout}</React.Fragment>;
    const { rerender } = openShop(keyed('a'), strict);
    await formIs('ready');
    const before = forms();
    rerender(keyed('b'));
    await formIs('ready');
    expect(pageCounts()).toEqual({ ...onceEach, iframes: 2 });
    expect(forms()).toEqual(before);
    expect(request).toHaveBeenCalledTimes(1);
  });

  it('leaves nothing behind after 500 times on the page', async () => {
    // An iframe costs Chromium milliseconds: one in ten is enough to see whether they stay.
    sdkWindow().Iotpay = () => ({
      mount(selector) {
        const form = document.createElement(pageCounts().mounts % 10 ? 'div' : 'iframe');
        document.querySelector(selector)?.append(form);
      },
    });
    const place = document.body.appendChild(document.createElement('div'));
    const options = { darkMode: 'auto' } as const;

    /** The customer opens the checkout of another order, and leaves. */
    async function comeAndGo(secureId: string): Promise<void> {
      const page = <IotPayCard secureId={secureId} options={options} script={{ src: hostedScript }} />;
      const root = createRoot(place);
      const before = pageCounts().mounts;
      flushSync(() => root.render(strict ? <StrictMode>{page}</StrictMode> : page));
      for (let turn = 0; pageCounts().mounts === before && turn < 30; turn++) await Promise.resolve();
      flushSync(() => root.unmount());
    }

    const leftovers = watchLeftovers();
    try {
      // The first time leaves what a page has only one of: React's own listeners, the secureId that was got.
      await comeAndGo('first');
      await expect.poll(() => leftovers.read().timers).toBe(0);
      const before = leftovers.read();
      const { mounts } = pageCounts();
      for (let cycle = 0; cycle < 500; cycle++) await comeAndGo(`order-${cycle}`);
      await expect.poll(leftovers.read).toEqual(before);
      expect(pageCounts().mounts - mounts).toBe(500);
    } finally {
      leftovers.stop();
      place.remove();
    }
  });
});
