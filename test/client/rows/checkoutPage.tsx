import { act, cleanup, render, screen } from '@testing-library/react';
import * as React from 'react';
import type { ComponentType, ReactElement, ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import type { IotPayFactory, IotPayMode, IotPaySdkEvent } from 'react-iotpay';
import { installFakeIotPay, type FakeIotPay } from 'react-iotpay/testing';
import { afterEach, beforeEach, onTestFinished, vi } from 'vitest';
import { Card, useSession, type ComingAnswer, type ComingCardProps } from '../comingApi';

export const minute = 60_000;
export const hour = 60 * minute;

/** Hides its children, and keeps them. */
export const { Activity } = React as unknown as {
  Activity: ComponentType<{ mode: 'visible' | 'hidden'; children: ReactNode }>;
};

/** Not the faked one: it lets all promises, iframes and observers go on. */
const nextTask = setImmediate;

/** Lets everything happen that needs next to no time. */
export async function letPageRest(): Promise<void> {
  await act(async () => {
    for (let round = 0; round < 5; round++) {
      await new Promise<void>((resolve) => nextTask(resolve));
      vi.advanceTimersByTime(1);
    }
  });
}

/** Time passes while the page is awake. */
export async function pass(ms: number): Promise<void> {
  await act(() => vi.advanceTimersByTimeAsync(ms));
  await letPageRest();
}

/** The laptop sleeps: the clock goes on, and no timer fires. Then the page wakes with this event. */
export async function sleep(ms: number, event: Event): Promise<void> {
  vi.setSystemTime(Date.now() + ms);
  await act(async () => void (event.type === 'visibilitychange' ? document : window).dispatchEvent(event));
  await letPageRest();
}

/** How the page learns that it is shown again from the back-forward cache. */
export const restored = () => Object.assign(new Event('pageshow'), { persisted: true });

/** Each test begins with a new page, the fake of IOTPay's script, and a clock of its own. */
export function openPages(): FakeIotPay {
  const iotpay = installFakeIotPay({ afterEach });
  beforeEach(() => {
    vi.useFakeTimers({
      toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date', 'performance'],
    });
  });
  afterEach(async () => {
    cleanup();
    await letPageRest();
  });
  return iotpay;
}

/** Shows a page, and lets it come to rest. Another call shows the next page in the same place. */
export function createTab() {
  let view: ReturnType<typeof render> | undefined;
  return {
    async show(page: ReactElement | null): Promise<void> {
      if (view) view.rerender(page);
      else view = render(page);
      await letPageRest();
    },
  };
}

/** The same as in a browser, where effects come after the paint; within `act()` React carries them out at once. */
export async function showLikeABrowser(page: ReactElement): Promise<void> {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', false);
  const root = createRoot(document.body.appendChild(document.createElement('div')));
  root.render(page);
  for (let task = 0; task < 10; task++) await new Promise<void>((resolve) => nextTask(resolve));
  vi.unstubAllGlobals();
  onTestFinished(() => act(() => root.unmount()));
  await letPageRest();
}

export async function show(page: ReactElement): Promise<void> {
  await createTab().show(page);
}

export type Request = (context: { signal: AbortSignal }) => Promise<ComingAnswer>;

/** The shop's server: it answers with the next of these, and hangs when there is none left. */
export function answering(...answers: (ComingAnswer | Error)[]) {
  return vi.fn<Request>(async () => {
    const answer = answers.shift();
    if (answer === undefined) return new Promise(() => undefined);
    if (answer instanceof Error) throw answer;
    return answer;
  });
}

export interface CheckoutProps extends Omit<ComingCardProps, 'secureId'> {
  request: Request;
  cart?: string;
  enabled?: boolean;
  sessionMode?: IotPayMode;
  timeoutMs?: number;
}

/** A checkout as a shop writes it: a session, and a card for it. */
export function Checkout({
  request,
  cart = 'cart-1',
  enabled,
  sessionMode,
  timeoutMs,
  ...card
}: CheckoutProps) {
  const session = useSession(request, { key: cart, enabled, mode: sessionMode, timeoutMs });
  return <Card redirect="manual" {...card} secureId={session} />;
}

/** A card for a secureId that the shop has as a plain string. */
export const plainCard = (props: ComingCardProps) => <Card redirect="manual" {...props} />;

/** The `data-status` of each card. */
export const statuses = () => screen.queryAllByRole('group').map(({ dataset }) => dataset.status);

export const frames = () => [...document.querySelectorAll('iframe')];

/** The customer enters the form. */
export async function touch(frame: HTMLIFrameElement | undefined): Promise<void> {
  await act(async () => {
    frame?.focus();
    window.dispatchEvent(new Event('blur'));
  });
}

export async function press(name: string): Promise<void> {
  await act(async () => screen.getByRole('button', { name }).click());
  await letPageRest();
}

/** An SDK of the test's own in the place of the fake: `mount` gets the SDK's element and the callback. */
export function installOwnSdk(mount: (host: Element, callback: (event: IotPaySdkEvent) => void) => void) {
  const spy = vi.fn(mount);
  const factory: IotPayFactory = () => ({
    mount: (selector, callback) => spy(document.querySelector(selector) as Element, callback),
  });
  Object.assign(window, { Iotpay: factory });
  return spy;
}
