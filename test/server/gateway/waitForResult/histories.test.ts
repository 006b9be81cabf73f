import fc from 'fast-check';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createIotPay, isIotPayServerError, type PaymentResult } from '../../../../src/server/index';
import { credentials } from '../gatewayDouble';
import { answers, type WaitEnding, type ModelAnswer, type Limits, WaitModel } from './waitModel';

/** One wait of the real thing, whose gateway answers when it is told to. */
class RealWait {
  asked = 0;
  ending: WaitEnding | undefined;
  readonly caller = new AbortController();
  private respond: (answer: ModelAnswer) => void = () => undefined;

  constructor({ timeoutMs, ...patience }: Limits) {
    const fetch = () =>
      new Promise<Response>((resolve) => {
        this.asked += 1;
        this.respond = (answer) => resolve(answer.respond());
      });
    const iotpay = createIotPay({ ...credentials, environment: 'development', timeoutMs, fetch });
    iotpay.waitForResult({ mchOrderNo: 'A-1', signal: this.caller.signal, ...patience }).then(
      (result) => (this.ending = endingOf(result)),
      (error: unknown) => (this.ending = thrown(error)),
    );
  }

  answer(answer: ModelAnswer): void {
    this.respond(answer);
  }
}

function endingOf(result: PaymentResult): WaitEnding {
  const error = result.status === 'unknown' ? result.error?.code : undefined;
  return { status: result.status, sees: result.order?.status, error };
}

/** Anything but the caller's own abort is an ending that the model does not know. */
function thrown(error: unknown): WaitEnding {
  const code = isIotPayServerError(error) ? error.code : String(error);
  return code === 'aborted' ? { status: 'aborted' } : { status: 'unknown', error: `thrown: ${code}` };
}

type Step = fc.AsyncCommand<WaitModel, RealWait>;

/** A step of a history, followed by a look at whether both still agree. */
function step(
  name: string,
  isPossible: (model: Readonly<WaitModel>) => boolean,
  run: (model: WaitModel, real: RealWait) => unknown,
): Step {
  return {
    check: isPossible,
    async run(model, real) {
      await run(model, real);
      await vi.advanceTimersByTimeAsync(0);
      agree(model, real);
    },
    toString: () => name,
  };
}

function agree(model: WaitModel, real: RealWait): void {
  expect(real.asked).toBe(model.asked);
  expect(real.ending).toEqual(model.ending);
}

const always = () => true;

const answering = fc.constantFrom(...answers).map((answer) =>
  step(
    answer.name,
    (model) => model.awaitsAnswer,
    (model, real) => {
      model.answer(answer);
      real.answer(answer);
    },
  ),
);
const waiting = fc.constantFrom(1, 99, 100, 400, 1000, 2500, 30_000).map((ms) =>
  step(`${ms} ms`, always, (model) => {
    model.wait(ms);
    return vi.advanceTimersByTimeAsync(ms);
  }),
);
const timeUp = step("the caller's time is up", always, (model, real) => {
  model.runOutOfTime();
  real.caller.abort(new DOMException('', 'TimeoutError'));
});
const abort = step('the caller gives up', always, (model, real) => {
  model.giveUp();
  real.caller.abort();
});

const limits = fc.record({
  attempts: fc.constantFrom(1, 2, 3, 30),
  intervalMs: fc.constantFrom(1, 100, 1000),
  deadlineMs: fc.constantFrom(100, 1000, 2500, 60_000),
  timeoutMs: fc.constantFrom(100, 1000, 30_000),
});
/** Mostly answers and time: the caller rarely leaves. */
const history = fc.commands(
  [answering, answering, answering, waiting, waiting, fc.constant(timeUp), fc.constant(abort)],
  {
    maxCommands: 25,
  },
);

/** How many histories are played. */
const { HISTORIES = '300' } = process.env;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('waitForResult says paid, refunded or failed only on proof, in any history of answers, faults and deadlines', async () => {
  const proved = new Set<string>();
  await fc.assert(
    fc.asyncProperty(limits, history, async (patience, steps) => {
      const model = new WaitModel(patience);
      const real = new RealWait(patience);
      await fc.asyncModelRun(() => ({ model, real }), steps);
      // However a history goes, the wait ends at its deadline, and leaves nothing behind.
      model.wait(patience.deadlineMs);
      await vi.advanceTimersByTimeAsync(patience.deadlineMs);
      agree(model, real);
      expect(vi.getTimerCount()).toBe(0);
      if (model.ending) proved.add(model.ending.status);
    }),
    { numRuns: Number(HISTORIES) },
  );
  expect([...proved].sort()).toEqual(['aborted', 'failed', 'paid', 'refunded', 'unknown']);
});
