import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createFakeServer, type FakeAnswer, type FakeServer } from '../../src/testing/shop/fakeServer';
import type { GatewayStatus } from '../../src/testing/shop/keptOrder';
import { openBrowser, type Browser } from './routes/browser';
import { openShop, type TestedShop } from './shop';

const minute = 60_000;
const start = Date.UTC(2024, 4, 17, 12);

afterEach(() => vi.useRealTimers());

/** The fake shop beside a real one: every call goes to both, and the answers must be the same but for numbers and sessions. */
interface Pair {
  readonly fake: FakeServer;
  readonly real: TestedShop;
  readonly browser: Browser;
  /** Order numbers of the real shop and of the fake one, in the order in which they were first heard of. */
  readonly numbers: { real: string; fake: string }[];
  amount: number;
  cardId: string;
}

async function openPair(): Promise<Pair> {
  vi.useFakeTimers({ now: start, toFake: ['Date'] });
  const real = openShop({
    checkout: ({ body, customer }) => ({ key: `cart-${String(body.cart)}`, amount: pair.amount, customer }),
    authorize: () => 'c-1',
  });
  const { cardId } = await real.orders.saveCard('c-1');
  await real.orders.cards.list('c-1');
  const pair: Pair = {
    real,
    cardId,
    fake: createFakeServer({
      amount: () => pair.amount,
      cards: [{ cardId, channel: 'PF_CC', cardNum: '424242******4242' }],
    }),
    browser: openBrowser(real.orders),
    numbers: [],
    amount: 2434,
  };
  return pair;
}

/** An answer with a name for each order in the place of its number, and without what differs between any two gateways. */
function readable(pair: Pair, side: 'real' | 'fake', status: number, body: Record<string, unknown>) {
  const { mchOrderNo, secureId, redirectUrl, code, outcome, state, settled, amount, refunded } = body;
  const order = pair.numbers.findIndex((numbers) => numbers[side] === mchOrderNo);
  return {
    ...{ status, code, order, outcome, state, settled, amount, refunded },
    isForm: [typeof secureId, typeof redirectUrl],
  };
}

async function callBoth(pair: Pair, path: string, realBody?: object, fakeBody = realBody): Promise<void> {
  const { browser, fake, numbers } = pair;
  const number = /^\/orders\/(\d+)$/.exec(path)?.[1];
  const pathOf = (side: 'real' | 'fake') =>
    number === undefined ? path : `/orders/${numbers[Number(number)]?.[side] ?? 'NONE'}`;
  const response = await (realBody ? browser.post(pathOf('real'), realBody) : browser.get(pathOf('real')));
  const real = (await response.json()) as Record<string, unknown>;
  const method = realBody ? 'POST' : 'GET';
  const answer: FakeAnswer = fake.answer({ method, path: pathOf('fake'), body: fakeBody });
  const faked = answer.body as Record<string, unknown>;
  const isNew = !numbers.some((known) => known.real === real.mchOrderNo);
  if (typeof real.mchOrderNo === 'string' && isNew) {
    expect(numbers.map((known) => known.fake)).not.toContain(faked.mchOrderNo);
    numbers.push({ real: real.mchOrderNo, fake: String(faked.mchOrderNo) });
  }
  expect(readable(pair, 'fake', answer.status, faked)).toEqual(readable(pair, 'real', response.status, real));
}

const outcomes = { paid: 'paid', failed: 'declined', unknown: 'unknown', pending: 'pending' } as const;

/** Decides an order at both gateways, and lets the notification arrive. */
async function decide(pair: Pair, index: number, status: GatewayStatus, inForm: boolean): Promise<void> {
  const numbers = pair.numbers[index];
  const entry = pair.real.gateway.entries.get(numbers?.real ?? '');
  const order = pair.fake.orders.all.find(({ mchOrderNo }) => mchOrderNo === numbers?.fake);
  if (!entry || !order || entry.status === 2) return;
  if (inForm && (entry.status !== 0 || pair.real.gateway.now >= (entry.payableUntil ?? 0))) return;
  if (inForm) pair.real.gateway.pay(entry.mchOrderNo, outcomes[status]);
  else pair.real.gateway.decide(entry, status === 'paid');
  pair.fake.orders.decide(order, status);
  await pair.real.deliver();
}

type Step = (pair: Pair) => Promise<void>;

const step = (name: string, work: Step): Step => Object.assign(work, { toString: () => name });

const checkout = (cart: number, channel?: string, declined?: number) =>
  step(`checkout(${cart}, ${channel}, ${declined})`, (pair) => {
    const numbers = pair.numbers[declined ?? -1];
    const body = { request: { cart }, channel };
    const [real, fake] = [numbers?.real, numbers?.fake].map((number) => ({ ...body, declined: number }));
    return callBoth(pair, '/checkout', real, fake);
  });
const charge = (cart: number, status: GatewayStatus) =>
  step(`charge(${cart}, ${status})`, (pair) => {
    pair.real.gateway.nextOutcome = outcomes[status];
    pair.fake.orders.chargeStatus = status;
    return callBoth(pair, '/checkout', { request: { cart }, cardId: pair.cardId });
  });
const order = (index: number) => step(`order(${index})`, (pair) => callBoth(pair, `/orders/${index}`));
const pay = (index: number, status: GatewayStatus) =>
  step(`pay(${index}, ${status})`, (pair) => decide(pair, index, status, true));
const settle = (index: number, status: GatewayStatus) =>
  step(`settle(${index}, ${status})`, (pair) => decide(pair, index, status, false));
const wait = (minutes: number) =>
  step(`wait(${minutes})`, async ({ real }) => real.gateway.advance(minutes * minute));
const price = (cents: number) => step(`price(${cents})`, async (pair) => void (pair.amount = cents));

const cart = fc.integer({ min: 0, max: 1 });
const known = fc.integer({ min: 0, max: 5 });
const status = fc.constantFrom<GatewayStatus>('paid', 'failed', 'unknown');
const declined = fc.option(known, { nil: undefined });
const channel = fc.constantFrom(undefined, 'PF_CC', 'UPI_EX');

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(cart, channel, declined).map((given) => checkout(...given)) },
  { weight: 2, arbitrary: fc.tuple(known, status).map((given) => pay(...given)) },
  fc.tuple(cart, status).map((given) => charge(...given)),
  fc.tuple(known, fc.constantFrom<GatewayStatus>('paid', 'failed')).map((given) => settle(...given)),
  known.map(order),
  fc.constantFrom(0, 20, 60).map(wait),
  fc.constantFrom(2434, 2500).map(price),
);

/** Time passes before each step, so that the real routes' pauses between two questions are over. */
async function play(steps: readonly Step[]): Promise<void> {
  const pair = await openPair();
  for (const one of steps) {
    pair.real.gateway.advance(3000);
    vi.setSystemTime(pair.real.gateway.now);
    await one(pair);
  }
}

describe('the fake shop of react-iotpay/testing', () => {
  it('answers as the real routes do, through random requests, payments, declines and unknown outcomes', () =>
    fc.assert(fc.asyncProperty(fc.array(anyStep, { maxLength: 14 }), play), {
      numRuns: 400,
    }));

  it.each<[string, Step[]]>([
    [
      'sells nothing while a form that was left for another may have been paid',
      [checkout(0), checkout(0, 'UPI_EX'), pay(0, 'unknown'), checkout(0, 'UPI_EX'), charge(0, 'paid')],
    ],
    [
      'tells of an undecided charge, and not of the undecided form that it came after',
      [checkout(0), charge(0, 'unknown'), pay(0, 'unknown'), checkout(0)],
    ],
    [
      'says that a key was paid by the order that paid first, although an older one was paid, too',
      [checkout(0), checkout(0, 'UPI_EX'), pay(1, 'paid'), pay(0, 'paid'), checkout(0), order(0)],
    ],
    [
      'takes money that comes after a decline',
      [checkout(0), pay(0, 'failed'), order(0), settle(0, 'paid'), checkout(0)],
    ],
    [
      'opens another form for another price',
      [checkout(0), price(2500), checkout(0), pay(0, 'paid'), checkout(0)],
    ],
    [
      'calls a form expired half an hour after its hour',
      [checkout(0), wait(80), order(0), wait(20), order(0)],
    ],
  ])('%s, as the real routes do', (_, steps) => play(steps));

  it('refuses as the real routes do', async () => {
    const pair = await openPair();
    for (const body of [{ request: [] }, { request: {}, cardId: 'nobodys' }]) {
      await callBoth(pair, '/checkout', body);
    }
    await callBoth(pair, '/orders/7');
    await callBoth(pair, '/nothing');
    await callBoth(pair, '/cards/remove', { cardId: 'nobodys' });
    await callBoth(pair, '/cards/remove', { cardId: pair.cardId });
    await callBoth(pair, '/checkout', { request: {}, cardId: pair.cardId });
  });
});
