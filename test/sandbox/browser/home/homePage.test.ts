// @vitest-environment jsdom
import { fireEvent, screen, within } from '@testing-library/dom';
import { afterEach, beforeEach, describe, expect, it, vi, type MockInstance } from 'vitest';
import type { ListedOrder } from '../../../../src/sandbox/browser/home/homeRows';
import { readCredentials } from '../../../../src/sandbox/credentials';
import { homePageHtml } from '../../../../src/sandbox/pages/homePageHtml';

const order = (mchOrderNo: string): ListedOrder => ({
  kind: 'payment',
  payOrderId: `PC-${mchOrderNo}`,
  mchOrderNo,
  amount: 2434,
  refundable: 2434,
  status: 2,
  settlement: 'open',
});

let orders: ListedOrder[];
const settled = vi.fn();

/** The control calls that the page makes. */
async function gateway(path: string, init?: { body: string }): Promise<Response> {
  if (path === '/_sandbox/orders') return Response.json({ orders });
  if (path === '/_sandbox/notifications') return Response.json({ notifications: [] });
  const asked = JSON.parse(init?.body ?? '') as { mchOrderNo?: string };
  settled(path, asked);
  orders = orders.map((one) =>
    (asked.mchOrderNo ?? one.mchOrderNo) === one.mchOrderNo ? { ...one, settlement: 'settled' } : one,
  );
  return Response.json({});
}

async function open() {
  const html = String(await homePageHtml('http://127.0.0.1:4242', readCredentials()));
  document.body.innerHTML = new DOMParser().parseFromString(html, 'text/html').body.innerHTML;
  vi.resetModules();
  await import('../../../../src/sandbox/browser/home/homePage');
  document.dispatchEvent(new Event('DOMContentLoaded'));
  await vi.advanceTimersByTimeAsync(0);
}

/** The part of the page that moves: looking for roles in all of it takes long. */
const live = () => within(document.querySelector<HTMLElement>('.live') ?? document.body);
const list = () => live().getByRole('list', { name: /^Orders/ });
const settleButton = (name: string) => live().getByRole('button', { name: `Settle ${name}` });

describe("the sandbox's own page", () => {
  let listening: MockInstance<typeof document.addEventListener>;

  beforeEach(() => {
    listening = vi.spyOn(document, 'addEventListener');
    vi.useFakeTimers();
    vi.stubGlobal('fetch', gateway);
    settled.mockClear();
    orders = [order('A-2'), order('A-1')];
  });
  afterEach(() => {
    // The next test opens another page in the same document.
    for (const [type, listener] of listening.mock.calls) document.removeEventListener(type, listener);
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('settles one payment, says so, and keeps the keyboard in the list', async () => {
    await open();

    settleButton('A-1').focus();
    fireEvent.click(settleButton('A-1'));
    await vi.advanceTimersByTimeAsync(0);

    expect(settled.mock.calls).toEqual([['/_sandbox/settle', { mchOrderNo: 'A-1' }]]);
    expect(live().queryByRole('button', { name: 'Settle A-1' })).toBeNull();
    expect(settleButton('A-2')).toBeTruthy();
    expect(screen.getByRole('status').textContent).toBe('Settled A-1');
    expect(document.activeElement).toBe(list());
  });

  it('settles all payments, and offers it only while there is one to settle', async () => {
    await open();

    settleButton('all').focus();
    fireEvent.click(settleButton('all'));
    await vi.advanceTimersByTimeAsync(0);

    expect(settled.mock.calls).toEqual([['/_sandbox/settle', {}]]);
    expect(live().queryByRole('button', { name: /^Settle/ })).toBeNull();
    expect(screen.getByRole('status').textContent).toBe('Settled all payments');
    expect(document.activeElement).toBe(list());
  });

  it('says when the sandbox is not there to settle anything', async () => {
    await open();
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('fetch failed')));
    settleButton('A-1').focus();

    fireEvent.click(settleButton('A-1'));
    await vi.advanceTimersByTimeAsync(0);

    expect(screen.getByRole('status').textContent).toBe('This could not be settled');
    expect(document.documentElement.dataset.reachable).toBe('false');
    expect(document.activeElement).toBe(settleButton('A-1'));
  });

  it('leaves the focus on a button while the list around it changes', async () => {
    await open();
    settleButton('A-1').focus();

    orders = [order('A-3'), ...orders];
    await vi.advanceTimersByTimeAsync(2000);

    expect(settleButton('A-3')).toBeTruthy();
    expect(document.activeElement).toBe(settleButton('A-1'));
  });

  it('shows no empty list, but what makes the first order', async () => {
    orders = [];
    await open();

    expect(live().queryByRole('list', { name: /^Orders/ })).toBeNull();
    expect(screen.getByText(/No order yet/)).toBeTruthy();
    expect(live().queryByRole('button', { name: /^Settle/ })).toBeNull();
  });
});
