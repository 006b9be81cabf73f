import fc, { type AsyncCommand } from 'fast-check';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { changes, type Delivery, formats, payOrderIdOf, reports } from './delivery';
import { checkShop } from './invariants';
import { handlerTimeoutMs, type Mood, moods, openModelShop, type ModelShop } from './shop';

/** How many histories are played. */
const { HISTORIES = '300' } = process.env;

type Step = AsyncCommand<object, ModelShop>;

function step(name: string, act: (shop: ModelShop) => void, ms = 0): Step {
  return {
    check: () => true,
    toString: () => name,
    async run(_, shop) {
      act(shop);
      await vi.advanceTimersByTimeAsync(ms);
      checkShop(shop);
    },
  };
}

const deliver = (delivery: Delivery) =>
  step(`deliver(${JSON.stringify(delivery)})`, (shop) => shop.deliver(delivery));

/** The same body once more, as the gateway's repetition or a stranger's recording, in any order. */
const repeat = (which: number) =>
  step(`repeat(${which})`, (shop) => {
    const earlier = shop.delivered[which % shop.delivered.length];
    if (earlier) shop.deliver(earlier.delivery);
  });

const setMood = (mood: Mood) => step(`setMood(${mood})`, (shop) => shop.setMood(mood));

const endHanging = (which: number, fails: boolean) =>
  step(`endHanging(${which}, ${fails})`, (shop) => {
    const [run] = shop.hanging.splice(which % shop.hanging.length, 1);
    run?.end(fails ? new Error('connection lost') : undefined);
  });

const wait = (ms: number) => step(`wait(${ms})`, () => undefined, ms);

/** Mostly genuine payments of few orders, so that they meet. */
const deliveries: fc.Arbitrary<Delivery> = fc.record({
  order: fc.nat({ max: 2 }),
  report: fc.oneof(
    { weight: 3, arbitrary: fc.constant('paid' as const) },
    { weight: 2, arbitrary: fc.constantFrom(...reports) },
  ),
  change: fc.oneof(
    { weight: 3, arbitrary: fc.constant('genuine' as const) },
    { weight: 2, arbitrary: fc.constantFrom(...changes) },
  ),
  format: fc.constantFrom(...formats),
});

const steps = fc.commands(
  [
    deliveries.map(deliver),
    deliveries.map(deliver),
    fc.nat({ max: 20 }).map(repeat),
    fc.constantFrom(...moods).map(setMood),
    fc.tuple(fc.nat({ max: 5 }), fc.boolean()).map(([which, fails]) => endHanging(which, fails)),
    fc.constantFrom(1, 500, 999, 1000, 5000).map(wait),
  ],
  { maxCommands: 30 },
);

const unhandled = vi.fn();

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  process.on('unhandledRejection', unhandled);
});

afterEach(() => {
  process.off('unhandledRejection', unhandled);
  vi.useRealTimers();
});

/**
 * Plays a history, then lets the shop recover. Every delivery gets its answer, and every proof that is repeated is
 * stored.
 */
async function play(history: Iterable<Step>): Promise<void> {
  const shop = openModelShop();
  await fc.asyncModelRun(() => ({ model: {}, real: shop }), history);

  shop.setMood('stores');
  await vi.advanceTimersByTimeAsync(handlerTimeoutMs * (shop.delivered.length + 1));
  expect(
    shop.delivered.filter(({ answer }) => !answer),
    'every delivery gets an answer',
  ).toEqual([]);
  for (const run of shop.hanging) run.end(new Error('connection lost'));
  await vi.advanceTimersByTimeAsync(0);
  const rejections = shop.delivered.filter(({ answer }) => answer?.outcome.status === 'rejected').length;
  const errors = shop.delivered.filter(({ answer }) => answer?.outcome.status === 'error').length;
  expect(shop.problems.length, 'the shop hears of every rejection and error').toBe(rejections + errors);

  shop.deliver({ order: 0, report: 'paid', change: 'genuine', format: 'text' });
  await vi.advanceTimersByTimeAsync(0);
  expect(shop.delivered.at(-1)?.answer?.outcome.status).toBe('paid');
  expect(shop.stored.get(payOrderIdOf(0))).toBe(1);
  checkShop(shop);
  expect(vi.getTimerCount()).toBe(0);
  expect(unhandled).not.toHaveBeenCalled();
}

it(
  'tells the shop only what is proved and acknowledges only what is stored, through random histories of notifications',
  async () => {
    await fc.assert(fc.asyncProperty(steps, play), { numRuns: Number(HISTORIES) });
  },
  Number(HISTORIES) * 200 + 30_000,
);
