import { act, render } from '@testing-library/react';
import { StrictMode, Suspense, use, useEffect, useState, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { sdkWindow } from '../../../src/contract/sdk';
import { IotPayCard, type IotPayCardProps } from '../../../src/client/card/IotPayCard';
import { loadIotPayScript } from '../../../src/client/script/loadIotPayScript';
import { useIotPayCard } from '../../../src/client/card/useIotPayCard';
import { installFakeIotPay, type FakeIotPay } from '../../../src/testing/installFakeIotPay';

let iotpay: FakeIotPay;

beforeEach(() => {
  iotpay = installFakeIotPay();
  return iotpay.restore;
});

const settle = () => act(async () => {});
const frames = () => document.querySelectorAll('iframe').length;
const scripts = () => document.querySelectorAll('script').length;

async function show(element: ReactNode) {
  const view = render(element);
  await settle();
  return { ...view, show: async (next: ReactNode) => (view.rerender(next), settle()) };
}

const card = (props: Partial<IotPayCardProps> = {}) => (
  <IotPayCard secureId="a" redirect="manual" {...props} />
);

describe('one form per payment', () => {
  it.each([
    ['cold', false],
    ['with the script there already', true],
  ])('makes one script tag, one call, one mount and one iframe under StrictMode, %s', async (_, isWarm) => {
    if (isWarm) await (await show(card({ secureId: 'earlier' }))).show(null);
    const before = iotpay.calls;
    await show(<StrictMode>{card()}</StrictMode>);
    expect([scripts(), iotpay.calls - before, iotpay.mounts.length - before, frames()]).toEqual([1, 1, 1, 1]);
  });

  it('starts the form before any effect if the script is loaded already', async () => {
    await loadIotPayScript();
    const onEffect = vi.fn<(calls: number) => void>();
    const Neighbour = () => {
      useEffect(() => onEffect(iotpay.calls), []);
      return null;
    };
    // Within act() React carries out effects at once, which no browser does.
    vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', false);
    const container = document.body.appendChild(document.createElement('div'));
    const root = createRoot(container);
    root.render([<Neighbour key="neighbour" />, <div key="card">{card()}</div>]);
    await vi.waitFor(() => expect(onEffect).toHaveBeenCalledExactlyOnceWith(1));
    vi.unstubAllGlobals();
    act(() => root.unmount());
    container.remove();
  });

  it('mounts nothing more while its parent renders a hundred times with new objects and functions', async () => {
    const inline = () =>
      card({
        options: { button: { text: 'Pay now' } },
        onSuccess: () => undefined,
        onError: () => undefined,
      });
    const view = await show(inline());
    const frame = document.querySelector('iframe');
    for (let i = 0; i < 100; i++) view.rerender(inline());
    await settle();
    expect(iotpay.calls).toBe(1);
    expect(document.querySelector('iframe')).toBe(frame);
  });

  it('hands the SDK the secureId, the mode, the options and a selector that it can find', async () => {
    const options = { darkMode: true, theme: 'card', button: { text: 'Save' } } as const;
    await show(card({ mode: 'Add' as 'Pay', options }));
    expect(iotpay.mounts[0]).toMatchObject({ secureId: 'a', mode: 'Add', options });
    expect(iotpay.mounts[0]?.selector).toMatch(/^#[a-z][\w-]*$/);
  });

  it('serves two forms on one page, each with its own outcome', async () => {
    const onPaid = vi.fn();
    const onAdded = vi.fn();
    await show(
      <>
        <IotPayCard secureId="pay" onSuccess={onPaid} />
        <IotPayCard secureId="add" mode="Add" onSuccess={onAdded} />
      </>,
    );
    expect([scripts(), iotpay.mounts.length, frames()]).toEqual([1, 2, 2]);
    act(() => iotpay.mounts[1]?.succeed());
    expect(onPaid).not.toHaveBeenCalled();
    expect(onAdded).toHaveBeenCalledWith(
      expect.objectContaining({ mode: 'Add', card: expect.anything() as unknown }),
    );
  });

  it('leaves nothing on the page when the component goes', async () => {
    vi.useFakeTimers();
    const view = await show(card());
    view.unmount();
    await settle();
    expect(frames()).toBe(0);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('keeps its iframe while a Suspense boundary around it waits', async () => {
    let wake = () => {};
    const waiting = new Promise<void>((resolve) => (wake = resolve));
    const Sleeper = () => (use(waiting), null);
    const page = (isWaiting: boolean) => (
      <Suspense fallback="…">
        {card()}
        {isWaiting && <Sleeper />}
      </Suspense>
    );
    const view = await show(page(false));
    const frame = document.querySelector('iframe');
    await act(async () => view.rerender(page(true)));
    await act(async () => {
      wake();
      await waiting;
    });
    expect(document.querySelector('iframe')).toBe(frame);
    expect(iotpay.calls).toBe(1);
  });
});

describe('a change', () => {
  it('opens a new iframe for a changed secureId, because that is a new payment', async () => {
    const view = await show(card());
    const frame = document.querySelector('iframe');
    await view.show(card({ secureId: 'b' }));
    expect(iotpay.mounts.map((mount) => mount.secureId)).toEqual(['a', 'b']);
    expect(frames()).toBe(1);
    expect(document.querySelector('iframe')).not.toBe(frame);
  });

  it('opens only the last form when the secureId changes there and back within one task', async () => {
    const view = await show(card());
    view.rerender(card({ secureId: 'b' }));
    view.rerender(card());
    await settle();
    expect(iotpay.calls).toBe(1);
  });

  it('takes the form away when the secureId becomes null, and brings the same form back', async () => {
    const view = await show(card());
    const frame = document.querySelector('iframe');
    await view.show(card({ secureId: null }));
    expect(frames()).toBe(0);
    await view.show(card());
    expect([...document.querySelectorAll('iframe')]).toEqual([frame]);
    expect(iotpay.calls).toBe(1);
  });

  it('starts a new payment for a changed mode', async () => {
    const view = await show(card());
    await view.show(card({ mode: 'Add' as 'Pay' }));
    expect(iotpay.mounts.map((mount) => mount.mode)).toEqual(['Pay', 'Add']);
    expect(frames()).toBe(1);
  });

  it('leaves the form alone when the options change, because the customer may have typed into it', async () => {
    const view = await show(card({ options: { darkMode: true, button: { text: 'Pay', color: 'red' } } }));
    const frame = document.querySelector('iframe');
    await view.show(card({ options: { darkMode: false, button: { text: 'Buy', color: 'blue' } } }));
    await view.show(card());
    expect([...document.querySelectorAll('iframe')]).toEqual([frame]);
    expect(iotpay.calls).toBe(1);
  });

  it('brings no form back that has its outcome when the options change', async () => {
    const view = await show(card({ options: { darkMode: true } }));
    act(() => iotpay.succeed());
    await view.show(card({ options: { darkMode: false } }));
    expect(iotpay.calls).toBe(1);
  });

  it('uses a changed handler for the form that is open, and does not call a removed one', async () => {
    const first = vi.fn();
    const latest = vi.fn();
    const view = await show(card({ onSuccess: first, onFail: first }));
    await view.show(card({ onSuccess: latest }));
    act(() => iotpay.succeed());
    expect(first).not.toHaveBeenCalled();
    expect(latest).toHaveBeenCalledOnce();
    expect(iotpay.calls).toBe(1);
  });
});

describe('an outcome', () => {
  const handlers = () => ({
    onSuccess: vi.fn(),
    onFail: vi.fn(),
    onTimeout: vi.fn(),
    onIgnoredOutcome: vi.fn(),
  });
  const calls = ({ onSuccess, onFail, onTimeout, onIgnoredOutcome }: ReturnType<typeof handlers>) =>
    [onSuccess, onFail, onTimeout, onIgnoredOutcome].map((handler) => handler.mock.calls.length);

  it('tells an outcome to its one handler', async () => {
    for (const [index, happen] of (['succeed', 'fail', 'timeout'] as const).entries()) {
      const all = handlers();
      const view = await show(card({ ...all, secureId: happen }));
      act(() => iotpay[happen]());
      expect(calls(all)).toEqual([0, 1, 2, 3].map((place) => Number(place === index)));
      view.unmount();
    }
  });

  it('keeps the first outcome, and reports later ones as ignored', async () => {
    const all = handlers();
    await show(card(all));
    act(() => {
      iotpay.timeout();
      iotpay.succeed();
      iotpay.fail();
    });
    expect(calls(all)).toEqual([0, 0, 1, 2]);
    expect(all.onIgnoredOutcome).toHaveBeenCalledWith(
      expect.objectContaining({ status: 'success' }),
      'repeated',
    );
  });

  it.each([
    ['goes', null],
    ['gets another secureId', 'b'],
  ])(
    'keeps an outcome from the moment on that the component %s, for the next one that shows its payment',
    async (_, secureId) => {
      const [early, later, last] = [handlers(), handlers(), handlers()];
      const view = await show(card(early));
      view.rerender(secureId && card({ ...early, secureId }));
      iotpay.mounts[0]?.succeed();
      await settle();
      expect(calls(early)).toEqual([0, 0, 0, 0]);
      await view.show(card(later));
      expect(calls(later)).toEqual([1, 0, 0, 0]);
      await view.show(null);
      await view.show(card(last));
      expect([calls(early), calls(last)]).toEqual([
        [0, 0, 0, 0],
        [0, 0, 0, 0],
      ]);
    },
  );

  it('keeps an outcome for a component that has a handler for it', async () => {
    const all = handlers();
    const view = await show(card());
    act(() => iotpay.timeout());
    await view.show(card({ onSuccess: all.onSuccess, onFail: all.onFail }));
    expect(calls(all)).toEqual([0, 0, 0, 0]);
    await view.show(card(all));
    expect(calls(all)).toEqual([0, 0, 1, 0]);
  });

  it('keeps a handler’s error away from IOTPay’s script, but lets it surface', async () => {
    vi.useFakeTimers();
    await show(
      card({
        onFail: () => {
          throw new Error('the shop’s own');
        },
      }),
    );
    expect(() => act(() => iotpay.fail())).not.toThrow();
    expect(() => vi.runAllTimers()).toThrow('the shop’s own');
  });

  it('takes an outcome that comes while mount() still runs', async () => {
    const onFail = vi.fn();
    sdkWindow().Iotpay = () => ({ mount: (_, callback) => callback({ result: 'FAIL', message: 'at once' }) });
    await show(card({ onFail }));
    expect(onFail).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ message: 'at once' }));
  });

  it('keeps the outcome in the state of the hook until the secureId changes', async () => {
    const seen: unknown[] = [];
    function Custom({ secureId }: { secureId: string }) {
      const { containerRef, status, outcome } = useIotPayCard({ secureId, redirect: 'manual' });
      seen.push([status, outcome?.status]);
      return <div ref={containerRef} />;
    }
    const view = await show(<Custom secureId="a" />);
    act(() => iotpay.fail());
    expect(seen.at(-1)).toEqual(['settled', 'failed']);
    await view.show(<Custom secureId="b" />);
    expect(seen.at(-1)?.[0 as never]).not.toBe('settled');
  });
});

it('leaves a working form alone when it is told to retry', async () => {
  const retries: (() => void)[] = [];
  function Custom() {
    const { containerRef, retry } = useIotPayCard({ secureId: 'a' });
    retries.push(retry);
    return <div ref={containerRef} />;
  }
  await show(<Custom />);
  act(() => retries.at(-1)?.());
  await settle();
  expect(iotpay.calls).toBe(1);
});

describe('a container', () => {
  function Conditional({ isShown }: { isShown: boolean }) {
    const { containerRef } = useIotPayCard({ secureId: 'a' });
    return isShown ? <section ref={containerRef} /> : null;
  }

  it('moves the same form into another container element', async () => {
    const view = await show(<Conditional isShown />);
    const frame = document.querySelector('iframe');
    await view.show(<Conditional isShown={false} />);
    await view.show(<Conditional isShown />);
    expect([...document.querySelectorAll('section iframe')]).toEqual([frame]);
    expect(iotpay.calls).toBe(1);
  });

  it('reports a clear error for a container in a shadow root, since the SDK looks in the document', async () => {
    const onError = vi.fn();
    const shadow = document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'open' });
    const container = shadow.appendChild(document.createElement('div'));
    render(card({ onError }), { container });
    await settle();
    expect(onError).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ code: 'container_unreachable' }),
    );
    expect(iotpay.calls).toBe(0);
    shadow.host.remove();
  });
});

it('keeps its state in a component that renders itself again on every state', async () => {
  function Shop() {
    const [isPaid, setPaid] = useState(false);
    return isPaid ? <p>Thank you</p> : card({ onSuccess: () => setPaid(true) });
  }
  const view = await show(<Shop />);
  act(() => iotpay.succeed());
  expect(view.getByText('Thank you')).toBeTruthy();
  await settle();
  expect(frames()).toBe(0);
});

it.each(['onReady', 'onError', 'onTouched', 'onIgnoredOutcome'] as const)(
  'goes on with the payment when the shop’s %s throws, and the error surfaces all the same',
  async (name) => {
    vi.useFakeTimers();
    const broken = vi.fn(() => {
      throw new Error('the shop’s own');
    });
    const unblock = name === 'onError' ? iotpay.blockScript() : () => undefined;
    await show(card({ secureId: `broken-${name}`, script: { retries: 0 }, [name]: broken }));
    if (name === 'onTouched') act(() => iotpay.touch());
    if (name === 'onIgnoredOutcome') act(() => ['', ''].forEach(() => iotpay.timeout()));
    expect(broken).toHaveBeenCalledOnce();
    expect(() => vi.runOnlyPendingTimers()).toThrow('the shop’s own');
    unblock();
  },
);
