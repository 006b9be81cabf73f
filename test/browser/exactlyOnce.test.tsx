import { act } from '@testing-library/react';
import { lazy, Suspense, version, type ReactNode } from 'react';
import { beforeEach, describe, expect, inject, it, vi } from 'vitest';
import { commands } from 'vitest/browser';
import { IotPayCard, loadIotPayScript } from '../../src/index';
import { hostedScript, onceEach, pageCounts } from './page';
import { Checkout, formIs, forms, nextTask, openShop } from './shop';

it('runs on the React that it is meant for', () => {
  expect(version).toMatch(new RegExp(`^${inject('reactVersion')}\\.`));
});

/** A component that suspends until it is let go. */
function createSuspended() {
  let resume!: (module: { default: () => null }) => void;
  const Suspended = lazy(() => new Promise<{ default: () => null }>((resolve) => (resume = resolve)));
  return { Suspended, resume: () => act(async () => resume({ default: () => null })) };
}

describe.each([true, false])('with StrictMode %s', (strict) => {
  const request = vi.fn(() => commands.makeSecureId('Pay'));
  const onReady = vi.fn();
  const onSuccess = vi.fn();
  const onIgnoredOutcome = vi.fn();
  const checkout = <Checkout {...{ request, onReady, onSuccess, onIgnoredOutcome }} />;

  beforeEach(() => {
    vi.clearAllMocks();
  });

  function expectOneForm(): void {
    expect(pageCounts()).toEqual(onceEach);
    expect(request).toHaveBeenCalledTimes(1);
    expect(forms()).toHaveLength(1);
  }

  it('opens one form, asks for one secureId and reports one outcome', async () => {
    openShop(checkout, strict);
    await formIs('ready');
    await commands.payWith('[data-status]', '4242424242424242');
    await formIs('settled');
    expect(pageCounts()).toEqual(onceEach);
    expect(request).toHaveBeenCalledTimes(1);
    expect(forms()).toEqual([]);
    expect(onReady).toHaveBeenCalledTimes(1);
    expect(onSuccess).toHaveBeenCalledTimes(1);
    expect(onIgnoredOutcome).not.toHaveBeenCalled();
  });

  it('opens one form when the script and the secureId are there already', async () => {
    const secureId = await commands.makeSecureId('Pay');
    await loadIotPayScript({ src: hostedScript });
    openShop(<IotPayCard secureId={secureId} onReady={onReady} />, strict);
    await formIs('ready');
    expect(pageCounts()).toEqual(onceEach);
    expect(onReady).toHaveBeenCalledTimes(1);
  });

  it('opens one form in a page that renders all the time, with inline options and handlers', async () => {
    const ready = vi.fn<() => void>();
    const page = () => (
      <Checkout
        request={() => request()}
        options={{ theme: 'card', button: { text: 'Pay now' } }}
        onReady={() => ready()}
        onSuccess={() => onSuccess()}
      />
    );
    const { rerender } = openShop(page(), strict);
    let renders = 0;
    do {
      rerender(page());
      await nextTask();
    } while (++renders < 100 || !ready.mock.calls.length);
    const [form] = forms();
    for (renders = 0; renders < 100; renders++) {
      rerender(page());
      await nextTask();
    }
    expectOneForm();
    expect(forms()).toEqual([form]);
    expect(ready).toHaveBeenCalledTimes(1);
  });

  it('opens two forms for two cards, from one script, and keeps their outcomes apart', async () => {
    const [pay, add] = await Promise.all([commands.makeSecureId('Pay'), commands.makeSecureId('Add')]);
    const onPaid = vi.fn();
    const onSaved = vi.fn();
    openShop(
      <>
        <IotPayCard id="pay" secureId={pay} redirect="manual" onSuccess={onPaid} />
        <IotPayCard id="add" mode="Add" secureId={add} redirect="manual" onSuccess={onSaved} />
      </>,
      strict,
    );
    await expect.poll(() => document.querySelectorAll('[data-status=ready]').length).toBe(2);
    expect(pageCounts()).toEqual({ scripts: 1, calls: 2, mounts: 2, iframes: 2 });

    await commands.payWith('#add', '5555555555554444');
    await expect.poll(() => onSaved.mock.calls.length).toBe(1);
    expect(onPaid).not.toHaveBeenCalled();
    await commands.payWith('#pay', '4242424242424242');
    await expect.poll(() => onPaid.mock.calls.length).toBe(1);
    expect(onSaved).toHaveBeenCalledTimes(1);
    expect(pageCounts()).toEqual({ scripts: 1, calls: 2, mounts: 2, iframes: 2 });
  });

  it('opens one form when a neighbour suspends the first render', async () => {
    const { Suspended, resume } = createSuspended();
    openShop(
      <Suspense fallback="one moment">
        {checkout}
        <Suspended />
      </Suspense>,
      strict,
    );
    await nextTask();
    expect(forms()).toEqual([]);
    await resume();
    await formIs('ready');
    expectOneForm();
  });

  it('keeps the form, and its input, while a neighbour suspends around it', async () => {
    const { Suspended, resume } = createSuspended();
    const page = (neighbour: ReactNode) => (
      <Suspense fallback="one moment">
        {checkout}
        {neighbour}
      </Suspense>
    );
    const { rerender, container } = openShop(page(null), strict);
    await formIs('ready');
    const [form] = forms();
    await commands.typeInto('[data-status]', 'Name on card', 'Grace');

    rerender(page(<Suspended />));
    expect(container.textContent).toContain('one moment');
    await nextTask();
    expect(form?.checkVisibility()).toBe(false);
    await resume();
    await expect.poll(() => form?.checkVisibility()).toBe(true);
    // Element.moveBefore counts as taking the iframe out and putting it in, although its page lives on.
    expect(pageCounts()).toMatchObject({ scripts: 1, calls: 1, mounts: 1 });
    expect(forms()).toEqual([form]);
    expect(await commands.typeInto('[data-status]', 'Name on card')).toBe('Grace');
  });

  it('opens one form when the card itself arrives late, by React.lazy', async () => {
    const LazyCheckout = lazy(async () => {
      await nextTask();
      return { default: Checkout };
    });
    openShop(
      <Suspense>
        <LazyCheckout request={request} />
      </Suspense>,
      strict,
    );
    await formIs('ready');
    expectOneForm();
  });
});
