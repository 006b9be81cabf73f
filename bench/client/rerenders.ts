import type { Browser } from 'playwright-core';
import { stageBundle } from './bundle';
import { entrants, ours } from './entrants';
import type { Figure } from './figure';
import type { Rerendered } from './inPage/stage';
import { openPage } from './openPage';

const rerenders = 100;

/** The effects of renders of the shop's own component in the package, at the provider and on the page. */
export async function measureRerenders(browser: Browser): Promise<Figure[]> {
  const counted: { who: string; results: Rerendered[] }[] = [];
  for (const entrant of entrants) {
    const page = await openPage(browser, { script: await stageBundle(entrant, 'production') });
    const results: Rerendered[] = [];
    for (const props of ['Hoisted', 'Inline'] as const)
      results.push(
        await page.evaluate(([which, times]) => window.stage.countRerenders(which, times), [
          props,
          rerenders,
        ] as const),
      );
    counted.push({ who: entrant.name, results });
    await page.context().close();
  }
  const figure = (
    name: string,
    read: (result: Rerendered) => number[],
    reach: readonly number[],
  ): Figure => ({
    name: `${name}, with hoisted props, then with inline ones`,
    rows: counted.map(({ who, results }) => ({
      who,
      values: results.flatMap(read),
      reach: who === ours.name ? reach : undefined,
    })),
  });
  return [
    figure(`Component renders of the package in ${rerenders} parent re-renders`, ({ renders }) => [renders], [
      0,
      rerenders,
    ]),
    figure(
      'Meanwhile: provider calls / DOM changes / lost iframes',
      ({ providerCalls, domChanges, lostFrames }) => [providerCalls, domChanges, lostFrames],
      [0, 0, 0, 0, 0, 0],
    ),
  ];
}
