import fc from 'fast-check';
import type { Step } from './commands/command';
import type { Browser } from './page/openPage';

/** The part of fast-check's report of a failure that is used here. */
interface Failure {
  counterexample: readonly [Browser, Step, Iterable<unknown>] | null;
  errorInstance: unknown;
  seed: number;
  counterexamplePath: string | null;
}

/** fast-check's wrapper of a step. */
interface Played {
  cmd: Step;
  hasRan: boolean;
}

/** The report of a history that failed: its steps, how to play it again, and how to write it as a named test. */
export function reportHistory({ counterexample, errorInstance, seed, counterexamplePath }: Failure): string {
  if (!counterexample) return String(errorInstance);
  const [browser, first, history] = counterexample;
  const played = ([...history] as Played[]).filter(({ hasRan }) => hasRan);
  const steps = [first, ...played.map(({ cmd }) => cmd)];
  const replayPath = /replayPath="([^"]*)"/.exec(fc.stringify(history))?.[1] ?? '';
  return [
    errorInstance instanceof Error ? errorInstance.message : String(errorInstance),
    '',
    `The history, in a browser that ${browser.canMove ? 'has' : 'lacks'} moveBefore(), ${browser.paints ? 'with effects after the paint' : 'within act()'}:`,
    ...steps.map((step, index) => `${index + 1}. ${String(step)}`),
    '',
    `Play it again: HISTORY_SEED=${seed} HISTORY_PATH=${counterexamplePath ?? ''} HISTORY_REPLAY_PATH=${replayPath}`,
    'As a named test:',
    `await playHistory(${JSON.stringify(browser)}, [`,
    ...steps.map(({ source }) => `  ${source},`),
    ']);',
  ].join('\n');
}
