import type { Browser } from 'playwright-core';
import { spread } from '../report';
import { stageBundle } from './bundle';
import { entrants, ours } from './entrants';
import { medianRow, type Figure } from './figure';
import { openPage } from './openPage';

const turns = 10;
const perTurn = 10;
const reachMs = 0.35;

/** How long a form takes to begin if the script is loaded already. The entrants take turns. */
export async function measureMountTime(browser: Browser): Promise<Figure> {
  const pages = await Promise.all(
    entrants.map(async (entrant) => ({
      who: entrant.name,
      times: [] as number[],
      page: await openPage(browser, { script: await stageBundle(entrant, 'production') }),
    })),
  );
  // The first turns load the script and warm up the code.
  for (let turn = -4; turn < turns; turn++) {
    for (const { page, times } of turn % 2 === 0 ? pages : pages.toReversed()) {
      const measured = await page.evaluate((howMany) => window.stage.mountTimes(howMany), perTurn);
      if (turn >= 0) times.push(...measured);
    }
  }
  for (const { page } of pages) await page.context().close();
  return {
    name: 'From root.render() to mount(), script loaded, ms',
    rows: pages.map(({ who, times }) =>
      medianRow(who, spread(times), who === ours.name ? reachMs : undefined),
    ),
  };
}
