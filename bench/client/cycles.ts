import type { Browser, Page } from 'playwright-core';
import { spread } from '../report';
import { stageBundle } from './bundle';
import { type DevTools, openDevTools } from './devTools';
import { entrants, handWritten, ours } from './entrants';
import { medianRow, type Figure, type Row } from './figure';
import { openPage } from './openPage';

const cycles = 500;
const runs = 5;

/** 20 bytes a cycle, less than any form could leave, so smaller values are noise. */
const noiseKb = 10;

/** The things that a page holds on to, in this order: nodes, listeners, frames, timers; and its heap in kB. */
interface Held {
  counts: readonly number[];
  heapKb: number;
}

/** Measures the things that are left after 500 times showing and removing. */
export async function measureCycles(browser: Browser): Promise<Figure[]> {
  const pages = await Promise.all(
    entrants.map(async (entrant) => {
      const page = await openPage(browser, { script: await stageBundle(entrant, 'production') });
      await page.evaluate(() => window.stage.watchTimers());
      // Warms up, because compiled code takes room too.
      await page.evaluate((howMany) => window.stage.cycle(howMany), cycles);
      return { entrant, page, devTools: await openDevTools(page), left: [] as Held[] };
    }),
  );
  for (let run = 0; run < runs; run++) {
    for (const { page, devTools, left } of pages) {
      const before = await held(page, devTools);
      await page.evaluate((howMany) => window.stage.cycle(howMany), cycles);
      const after = await held(page, devTools);
      left.push({
        counts: after.counts.map((count, index) => count - (before.counts[index] ?? 0)),
        heapKb: after.heapKb - before.heapKb,
      });
    }
  }
  for (const { page } of pages) await page.context().close();

  const byHand = pages.find(({ entrant }) => entrant === handWritten)?.left ?? [];
  const rows: Row[] = pages.map(({ entrant, left }) => ({
    who: entrant.name,
    values: [0, 1, 2, 3].map((part) => spread(left.map(({ counts }) => counts[part] ?? NaN)).median),
    reach: entrant === ours ? [0, 0, 0, 0] : undefined,
  }));
  const growth = pages.map(({ entrant, left }) =>
    medianRow(
      entrant.name,
      spread(left.map(({ heapKb }, run) => heapKb - (byHand[run]?.heapKb ?? NaN))),
      entrant === ours ? noiseKb : undefined,
    ),
  );
  return [
    { name: `Left after ${cycles} mount/unmount cycles: nodes / listeners / frames / timers`, rows },
    { name: `Heap growth in ${cycles} cycles beyond hand-written React's, kB`, rows: growth },
  ];
}

async function held(page: Page, devTools: DevTools): Promise<Held> {
  await devTools.collectGarbage();
  const metric = await devTools.read();
  const timers = await page.evaluate(() => window.stage.pendingTimers());
  return {
    counts: [metric('Nodes'), metric('JSEventListeners'), metric('Frames'), timers],
    heapKb: metric('JSHeapUsedSize') / 1000,
  };
}
