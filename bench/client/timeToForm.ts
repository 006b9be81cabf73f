import type { Browser } from 'playwright-core';
import { spread } from '../report';
import { visitBundle } from './bundle';
import { handWritten, ours, sample, stripe } from './entrants';
import { medianRow, type Figure } from './figure';
import { openPage } from './openPage';

const visits = 10;
const delayMs = 300;
const reach = 0.55;

/**
 * How long a customer waits for the form, as a multiple of the wait in IOTPay's sample. PayPal has no session to wait
 * for.
 */
export async function measureTimeToForm(browser: Browser): Promise<Figure> {
  const contestants = await Promise.all(
    [sample, ours, stripe, handWritten].map(async (entrant) => ({
      who: entrant.name,
      script: await visitBundle(entrant),
      times: [] as number[],
    })),
  );
  for (let visit = 0; visit < visits; visit++) {
    for (const { script, times } of contestants) {
      const page = await openPage(browser, { script, delayMs });
      times.push(await page.evaluate(() => window.formMs));
      await page.context().close();
    }
  }
  const sampleTimes = contestants[0]?.times ?? [];
  return {
    name: `Time to the form, script and secureId ${delayMs} ms away each, as a multiple of the sample's (${Math.round(spread(sampleTimes).median)} ms)`,
    rows: contestants.map(({ who, times }) =>
      medianRow(
        who,
        spread(times.map((time, visit) => time / (sampleTimes[visit] ?? NaN))),
        who === ours.name ? reach : undefined,
      ),
    ),
  };
}
