import axe from 'axe-core';
import type { Frame, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useDemo } from './demo';
import { states } from './states';

/** What axe finds wrong with a page or frame. */
async function faults(place: Page | Frame): Promise<string[]> {
  await place.evaluate(axe.source);
  return place.evaluate(async () => {
    const { axe: inPage } = window as unknown as { axe: typeof axe };
    // A form in a frame is no page, and needs no heading of its own.
    const rules = { 'page-has-heading-one': { enabled: window === window.top } };
    const { violations } = await inPage.run(document, { iframes: false, rules });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  });
}

/** Controls that a finger would miss: lower than 44 px. A link within a sentence may be as low as its line. */
function smallTargets(): string[] {
  const controls = [...document.querySelectorAll<HTMLElement>('a, button, input, summary, select')];
  return controls
    .filter((control) => control.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
    .map((control) => control.closest('label') ?? control)
    .filter((control) => {
      const isInSentence = control.tagName === 'A' && getComputedStyle(control).display === 'inline';
      return !isInSentence && control.getBoundingClientRect().height < 43.5;
    })
    .map(
      (control) =>
        `${Math.round(control.getBoundingClientRect().height)} px: ${control.outerHTML.slice(0, 120)}`,
    );
}

describe('the shop', () => {
  const shopping = useDemo();

  it.each(Object.keys(states))(
    'has no fault for axe in light and dark, one heading of level 1, and no small target: %s',
    async (name) => {
      const shop = await shopping.newShop(undefined, { viewport: { width: 390, height: 844 } });
      const { page } = shop;
      await states[name]?.(shop, shopping);
      expect(await faults(page)).toEqual([]);
      expect(await page.locator('h1').count()).toBe(1);
      expect(await page.locator('dd[role=status]').count()).toBe(0);
      expect(await page.evaluate(smallTargets)).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await faults(page)).toEqual([]);
    },
  );

  it.each(['light', 'dark'] as const)(
    'shows a form without a fault for axe, in %s colours',
    async (colorScheme) => {
      const shop = await shopping.newShop(undefined, { colorScheme, viewport: { width: 390, height: 844 } });
      await shop.checkOut();
      await shop.form.getByLabel('Card number').waitFor();
      const [, form] = shop.page.frames();
      if (!form) throw new Error('There is no form.');
      expect(await faults(form)).toEqual([]);
      expect(await form.evaluate(smallTargets)).toEqual([]);
      await shop.payButton().click();
      await shop.form.getByText('Enter the card number.').waitFor();
      expect(await faults(form)).toEqual([]);
    },
  );
});
