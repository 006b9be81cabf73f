import type { Page } from 'playwright-core';

/** What the browser itself knows of a page. */
export interface DevTools {
  /** The page's metrics now, by their names in the DevTools protocol. */
  read(): Promise<(name: string) => number>;
  collectGarbage(): Promise<void>;
}

export async function openDevTools(page: Page): Promise<DevTools> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  return {
    async read() {
      const { metrics } = await session.send('Performance.getMetrics');
      return (name) => metrics.find((metric) => metric.name === name)?.value ?? NaN;
    },
    async collectGarbage() {
      // What the first collection finds dead can have held frames, which the next one then finds.
      for (let time = 0; time < 3; time++) await session.send('HeapProfiler.collectGarbage');
    },
  };
}
