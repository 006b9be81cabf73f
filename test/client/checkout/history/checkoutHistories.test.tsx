import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { CheckoutStep } from './checkoutSteps';
import { checkoutHistories } from './checkoutSteps';
import { playCheckout } from './playCheckout';

/** How many histories are played; more with HISTORIES. */
const { HISTORIES = '200', HISTORY_SEED, HISTORY_PATH, HISTORY_REPLAY_PATH } = process.env;

it(
  'says paid and not paid only as the shop’s server does, through random histories of a page with a checkout',
  { timeout: Number(HISTORIES) * 400 + 60_000 },
  async () => {
    const details = await fc.check(fc.asyncProperty(checkoutHistories(HISTORY_REPLAY_PATH), playCheckout), {
      numRuns: Number(HISTORIES),
      ...(HISTORY_SEED && { seed: Number(HISTORY_SEED) }),
      ...(HISTORY_PATH && { path: HISTORY_PATH, HISTORY_REPLAY_PATH }),
    });
    const [history] = details.counterexample ?? [[]];
    const steps = [...(history as Iterable<{ cmd: CheckoutStep; hasRan: boolean }>)]
      .filter(({ hasRan }) => hasRan)
      .map(({ cmd }) => `  ${cmd.source},`);
    const said = details.errorInstance instanceof Error ? details.errorInstance.message : '';
    const again = `HISTORY_SEED=${details.seed} HISTORY_PATH=${details.counterexamplePath ?? ''}`;
    expect(details.failed, [said, again, 'await playCheckout([', ...steps, ']);'].join('\n')).toBe(false);
  },
);
