import { describe, expect, it } from 'vitest';
import { consoleWindows, violations } from './consoleWindow';

const windows = consoleWindows();
const { open } = windows;

describe('the look of the console', () => {
  it.each([
    ['en-CA', 1280, 'light'],
    ['fr-CA', 390, 'dark'],
    ['zh-CN', 390, 'light'],
  ] as const)('is clean for axe, in %s, %i pixels wide, %s', async (locale, width, colorScheme) => {
    const { sandbox } = windows;
    sandbox.seed('3 paid, 1 refunded, 1 unknown, 1 failed');
    sandbox.addFault({ call: 'cc_query', kind: 'fail' });
    const { mchOrderNo } = await sandbox.launch();
    const [call] = sandbox.events({ type: 'call', q: mchOrderNo });
    const look = { locale, colorScheme, viewport: { width, height: 844 } };
    const page = await open('/', look);
    await page.getByRole('link', { name: /SEED-00001/ }).waitFor();
    expect(await violations(page)).toEqual([]);

    await page.goto(`${sandbox.url}/orders/${mchOrderNo}`);
    await page.locator('.timeline').waitFor();
    expect(await violations(page)).toEqual([]);

    await page.goto(`${sandbox.url}/orders/${mchOrderNo}?event=${call?.id}`);
    await page.locator('.signature').waitFor();
    expect(await violations(page)).toEqual([]);

    const tools = page.locator('.top nav button');
    for (const place of [0, 1, 2, 3, 4, 5]) {
      await tools.nth(place).click();
      await page.locator('.drawer-panel > *').first().waitFor();
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press('Escape');
    }
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  });

  it('shows in forced colours which order and which tab are chosen', async () => {
    windows.sandbox.seed('2 paid');
    const page = await open('/orders/SEED-00001', { forcedColors: 'active' });
    const styleOf = (selector: string, name: 'outlineStyle' | 'backgroundColor') =>
      page
        .locator(selector)
        .first()
        .evaluate((element, key) => getComputedStyle(element)[key], name);

    await page.locator('.list-pane .row[aria-current]').waitFor();
    expect(await styleOf('.list-pane .row[aria-current]', 'outlineStyle')).toBe('solid');
    expect(await styleOf('.list-pane .row:not([aria-current])', 'outlineStyle')).toBe('none');

    await page.getByRole('button', { name: 'Time', exact: true }).click();
    const chosen = await styleOf('[role=tab][aria-selected=true]', 'backgroundColor');
    expect(chosen).not.toBe(await styleOf('[role=tab][aria-selected=false]', 'backgroundColor'));
    expect(chosen).toBe(await styleOf('.segments [aria-pressed=true]', 'backgroundColor'));
  });
});
