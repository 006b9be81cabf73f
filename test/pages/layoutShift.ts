import type { Page } from 'playwright-core';

declare global {
  interface Window {
    layoutShift: number;
  }
}

/** Runs in the page before anything else: adds up what moves on it without the customer's doing (Cumulative Layout Shift). */
function watch(): void {
  window.layoutShift = 0;
  new PerformanceObserver((entries) => {
    for (const entry of entries.getEntries()) {
      const { value, hadRecentInput } = entry as PerformanceEntry & {
        value: number;
        hadRecentInput: boolean;
      };
      if (!hadRecentInput) window.layoutShift += value;
    }
  }).observe({ type: 'layout-shift', buffered: true });
}

export const watchLayoutShift = (page: Page): Promise<unknown> => page.addInitScript(watch);

/** The page's layout shift until now, once two frames have been painted and the observer has heard of them. */
export function layoutShift(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        requestAnimationFrame(() =>
          requestAnimationFrame(() => setTimeout(() => resolve(window.layoutShift))),
        );
      }),
  );
}

/** The windows of a phone and of a desktop, in CSS pixels. */
export const windows = [
  { width: 390, height: 844 },
  { width: 1280, height: 800 },
];

/** Half of what Google's "Core Web Vitals" call good. */
export const mostShift = 0.05;
