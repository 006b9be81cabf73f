import fc, { type AsyncCommand } from 'fast-check';
import type { History } from './commands/command';
import { createCheck } from './invariants/invariants';
import { checkLeftovers } from './invariants/leftovers';
import { openPage, type Browser } from './page/openPage';
import type { Evidence } from './page/evidence';

/** Plays one history of a page, and rejects if anything that must hold does not, at any step or at the end. */
export async function playHistory(
  browser: Browser,
  steps: Iterable<AsyncCommand<Evidence, History>>,
): Promise<void> {
  const page = openPage(browser);
  const check = createCheck(page.evidence);
  try {
    await fc.asyncModelRun(() => ({ model: page.evidence, real: { page, check } }), steps);
    await checkLeftovers(page);
    check();
  } finally {
    await page.close();
  }
}
