import type { Page } from 'playwright-core';

/** The browser's own data about a page. */
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
      // Objects that the first collection finds dead may have held frames, and the next collection finds those.
      for (let time = 0; time < 3; time++) await session.send('HeapProfiler.collectGarbage');
    },
  };
}
