import type { Browser } from 'playwright-core';
import { stageBundle } from './bundle';
import { entrants, ours } from './entrants';
import type { Figure, Row } from './figure';
import { openPage } from './openPage';

/** The effects of StrictMode on a first visit, and when the form comes back. Measured in React's development build. */
export async function measureStrictMode(browser: Browser): Promise<Figure[]> {
  const rows: { cold: Row[]; warm: Row[] } = { cold: [], warm: [] };
  for (const entrant of entrants) {
    const page = await openPage(browser, { script: await stageBundle(entrant, 'development') });
    for (const visit of ['cold', 'warm'] as const) {
      const counts = await page.evaluate((url) => window.stage.showStrictly(url), entrant.script ?? '');
      rows[visit].push({
        who: entrant.name,
        values: [counts.scripts, counts.creates, counts.mounts, counts.frames],
        reach: entrant === ours ? [1, 1, 1, 1] : undefined,
      });
    }
    await page.context().close();
  }
  const name = (visit: string) => `StrictMode, ${visit}: script tags / creates / mounts / iframes`;
  return [
    { name: name('first visit'), rows: rows.cold },
    { name: name('script loaded'), rows: rows.warm },
  ];
}
