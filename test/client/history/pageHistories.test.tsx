import fc from 'fast-check';
import { expect, it } from 'vitest';
import { playHistory } from './playHistory';
import { reportHistory } from './reportHistory';
import { browsers, firstStep, histories } from './steps';

/** How many histories are played; `npm run test:histories` plays more. */
const { HISTORIES = '200', HISTORY_SEED, HISTORY_PATH, HISTORY_REPLAY_PATH } = process.env;

it(
  'keeps every payment a fact through random histories of its page: mounted once, told once, never misread',
  { timeout: Number(HISTORIES) * 200 + 60_000 },
  async () => {
    const details = await fc.check(
      fc.asyncProperty(browsers, firstStep, histories(HISTORY_REPLAY_PATH), (browser, first, steps) =>
        playHistory(browser, [first, ...steps]),
      ),
      {
        numRuns: Number(HISTORIES),
        ...(HISTORY_SEED && { seed: Number(HISTORY_SEED) }),
        ...(HISTORY_PATH && { path: HISTORY_PATH, HISTORY_REPLAY_PATH }),
      },
    );
    expect(details.failed, reportHistory(details)).toBe(false);
  },
);
