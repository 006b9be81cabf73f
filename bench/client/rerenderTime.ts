import type { Browser, Page } from 'playwright-core';
import { spread } from '../report';
import { stageBundle } from './bundle';
import { type DevTools, openDevTools } from './devTools';
import { bareDiv, entrants, ours } from './entrants';
import { medianRow, type Figure } from './figure';
import type { Props } from './inPage/stage';
import { openPage } from './openPage';

const rounds = 20;

/** So many in one go that the measurement itself, a millisecond or two, hardly counts. */
const rerenders = 2000;

const reach = 2;

/**
 * The cost of renders of the shop's own component: React's render and commit, effects and their microtasks. It is
 * measured in the page's own processor time, which other programs don't lengthen. The entrants take turns.
 */
export async function measureRerenderTime(browser: Browser, props: Props): Promise<Figure> {
  const pages = await Promise.all(
    [bareDiv, ...entrants].map(async (entrant) => {
      const page = await openPage(browser, { script: await stageBundle(entrant, 'production') });
      await page.evaluate((which) => window.stage.open(which), props);
      return { who: entrant.name, page, devTools: await openDevTools(page), seconds: [] as number[] };
    }),
  );
  for (let round = -3; round < rounds; round++) {
    for (const { page, devTools, seconds } of round % 2 === 0 ? pages : pages.toReversed()) {
      const taken = await rerenderSeconds(page, devTools);
      if (round >= 0) seconds.push(taken);
    }
  }
  for (const { page } of pages) await page.context().close();

  const [bare, ...others] = pages;
  return {
    name: `Time of parent re-renders, ${props.toLowerCase()} props, as a multiple of a bare <div> component's`,
    rows: others.map(({ who, seconds }) => {
      const ratios = seconds.map((taken, round) => taken / (bare?.seconds[round] ?? NaN));
      return medianRow(who, spread(ratios), who === ours.name ? reach : undefined);
    }),
  };
}

async function rerenderSeconds(page: Page, devTools: DevTools): Promise<number> {
  const before = await devTools.read();
  await page.evaluate((times) => window.stage.rerenderParent(times), rerenders);
  const after = await devTools.read();
  return after('ThreadTime') - before('ThreadTime');
}
