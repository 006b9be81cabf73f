import { vi } from 'vitest';
import type { ConsoleEvent } from '../../../../src/sandbox/consoleApi/events';
import type { ConsoleOrder } from '../../../../src/sandbox/consoleApi/orders';
import type { ConsoleState } from '../../../../src/sandbox/consoleApi/state';

export const anOrder = (mchOrderNo: string, part: Partial<ConsoleOrder> = {}): ConsoleOrder => ({
  payOrderId: `PC-${mchOrderNo}`,
  mchOrderNo,
  currency: 'CAD',
  amount: 1999,
  refundable: 1999,
  status: 0,
  channel: 'PF_CC',
  kind: 'payment',
  state: 'open',
  charges: 0,
  openedAt: '2026-01-01T12:00:00.000Z',
  ...part,
});

export const aState = (part: Partial<ConsoleState> = {}): ConsoleState => ({
  version: 1,
  run: 'first',
  lastEventId: 0,
  oldestEventId: 1,
  time: { now: '2026-01-01T12:00:00.000Z', aheadMs: 0, isFrozen: false },
  settings: {
    baseUrl: 'http://127.0.0.1:4242',
    scriptUrl: 'http://127.0.0.1:4242/cc/iotpaycc.js',
    mchId: '1',
    loginName: 'sandbox',
    merchantKey: 'key',
    trusted: [],
    plain: false,
  },
  counts: { orders: 0, notifications: 0, events: 0 },
  clocks: { bankMs: 600, polls: 30 },
  faults: [],
  canUndo: false,
  isRecording: false,
  isPlaying: false,
  ...part,
});

/** The stream that the page opened last. */
class FakeEventSource extends EventTarget {
  static readonly CLOSED = 2;
  static last: FakeEventSource;
  readyState = 1;
  constructor(readonly url: string) {
    super();
    FakeEventSource.last = this;
  }
  close(): void {
    this.readyState = FakeEventSource.CLOSED;
  }
}

type Answer = (query: URLSearchParams, body: unknown) => unknown;

/** A sandbox for the page: what each call answers can be changed, and all calls are kept. */
export function fakeSandbox(orders: readonly ConsoleOrder[] = []) {
  const sandbox = {
    state: aState(),
    orders: [...orders],
    events: [] as ConsoleEvent[],
    isGone: false,
    calls: [] as (readonly [call: string, body: unknown])[],
    answers: {} as Record<string, Answer>,
    opened: () => FakeEventSource.last,
    hello(run = 'first') {
      const data = JSON.stringify({ run, isRestarted: false });
      FakeEventSource.last.dispatchEvent(new MessageEvent('hello', { data }));
    },
    send(...events: ConsoleEvent[]) {
      sandbox.events.push(...events);
      for (const event of events)
        FakeEventSource.last.dispatchEvent(new MessageEvent('message', { data: JSON.stringify(event) }));
    },
    lose(isOver = false) {
      FakeEventSource.last.readyState = isOver ? FakeEventSource.CLOSED : 0;
      FakeEventSource.last.dispatchEvent(new Event('error'));
    },
  };
  function listed(query: URLSearchParams) {
    const from = sandbox.orders.findIndex(({ mchOrderNo }) => mchOrderNo === query.get('before')) + 1;
    const found = sandbox.orders
      .slice(from)
      .filter((order) => order.mchOrderNo.includes(query.get('q') ?? ''));
    const limit = Number(query.get('limit') ?? Infinity);
    const next = found.length > limit ? found[limit - 1]?.mchOrderNo : undefined;
    return { orders: found.slice(0, limit), ...(next !== undefined && { next }) };
  }
  function timeline(mchOrderNo: string) {
    const order = sandbox.orders.find((one) => one.mchOrderNo === mchOrderNo);
    const events = sandbox.events.filter((event) => event.mchOrderNo === mchOrderNo);
    return order && { order, related: [], events, notifications: [], wrong: [] };
  }
  function answer(method: string, { pathname, searchParams }: URL, body: unknown): unknown {
    const own = sandbox.answers[`${method} ${pathname}`];
    if (own) return own(searchParams, body);
    if (pathname === '/_sandbox/state') return sandbox.state;
    if (pathname === '/_sandbox/orders') return listed(searchParams);
    if (pathname === '/_sandbox/log') return sandbox.events;
    const [, number] = /^\/_sandbox\/orders\/([^/]+)$/.exec(pathname) ?? [];
    return number === undefined ? {} : timeline(decodeURIComponent(number));
  }
  vi.stubGlobal('EventSource', FakeEventSource);
  vi.stubGlobal('fetch', async (path: string, { method = 'GET', body = '{}' }: RequestInit = {}) => {
    if (sandbox.isGone) throw new TypeError('fetch failed');
    const given: unknown = JSON.parse(body as string);
    sandbox.calls.push([`${method} ${path}`, given]);
    const found = answer(method, new URL(path, 'http://sandbox'), given);
    return found === undefined
      ? Response.json({ error: 'no such order' }, { status: 404 })
      : Response.json(found);
  });
  return sandbox;
}
