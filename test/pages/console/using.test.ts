import { text } from 'node:stream/consumers';
import type { Download } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { consoleWindows } from './consoleWindow';

const windows = consoleWindows();
const { open } = windows;

const textOf = async (file: Download) => text(await file.createReadStream());

describe('the console in Chromium', () => {
  it('takes a first visitor from a payment opened to a notification sent again', async () => {
    const page = await open();

    await page.getByRole('button', { name: 'New payment' }).click();
    const [card] = await Promise.all([
      page.context().waitForEvent('page'),
      page.getByRole('dialog').getByRole('button', { name: 'Open a payment' }).click(),
    ]);
    await page.getByRole('heading', { name: 'CONSOLE-1' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/orders/CONSOLE-1');

    // What is forced holds against the card, which would be paid.
    const timeline = page.getByRole('region', { name: 'Timeline' });
    await page.getByRole('button', { name: 'Timeout' }).click();
    await timeline.getByText('Outcome forced').waitFor();
    await page.getByRole('button', { name: 'Take back' }).click();
    await timeline.getByText('Force taken back').waitFor();

    await card.getByRole('button', { name: 'Pay $19.99' }).click();
    await timeline.getByText('Order paid').waitFor();
    await timeline.getByText('HTTP 200 “success”').waitFor();
    await card.waitForURL('**/orders/CONSOLE-1?*');

    await timeline.getByText('cc_purchase').click();
    const inspector = page.getByRole('region', { name: 'Inspector' });
    await inspector.getByRole('heading', { name: 'Signature' }).waitFor();
    expect(await inspector.textContent()).toContain('"mchOrderNo": "CONSOLE-1"');
    expect(await inspector.textContent()).not.toContain(windows.sandbox.credentials.merchantKey);

    await page.getByRole('button', { name: 'Send again' }).click();
    const answer = page.getByRole('status', { name: 'The shop’s answer' });
    await expect.poll(() => answer.textContent()).toContain('HTTP 200 “success”');
    await page.getByRole('button', { name: 'Forge' }).click();
    await expect.poll(() => answer.textContent()).toContain('HTTP 400 “wrong sign”');
    await timeline.getByText('Forged notification').waitFor();
    expect(windows.complaints).toEqual([]);
  });

  it('switches a fault on and off, and shows while it is on', async () => {
    const page = await open();

    await page.getByRole('button', { name: 'Faults' }).click();
    const fault = page.getByRole('switch', { name: 'The answer says FAIL' });
    await fault.click();
    await expect.poll(() => fault.getAttribute('aria-checked')).toBe('true');
    expect(windows.sandbox.state().faults).toMatchObject([{ of: 'call', call: 'cc_query', kind: 'fail' }]);

    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Switch off cc_query: FAIL' }).click();
    await expect.poll(() => windows.sandbox.state().faults).toEqual([]);
  });

  it('resets and takes the reset back', async () => {
    const { sandbox } = windows;
    sandbox.seed('2 paid');
    const page = await open();
    await page.getByRole('link', { name: /SEED-00002/ }).waitFor();

    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByRole('button', { name: 'Reset', exact: true }).click();
    await expect.poll(() => sandbox.orders().orders.length).toBe(0);
    await page.getByRole('button', { name: 'Undo the reset' }).click();
    await page.keyboard.press('Escape');

    await page.getByRole('link', { name: /SEED-00002/ }).waitFor();
  });

  it('scrolls through ten thousand orders with no more than a screenful of them on the page', async () => {
    windows.sandbox.seed('10000 paid');
    const page = await open();
    await page.getByRole('link', { name: /SEED-10000/ }).waitFor();

    await page.locator('.scroller').evaluate((scroller) => scroller.scrollTo(0, scroller.scrollHeight));
    await page.getByRole('link', { name: /SEED-00001/ }).waitFor();

    expect(await page.locator('.scroller li').count()).toBeLessThan(60);
  });

  it('plays a scenario of the package, and shows the order that it leaves', async () => {
    const page = await open();

    await page.getByRole('button', { name: 'Scenarios' }).click();
    const scenario = page.getByRole('listitem').filter({ hasText: 'Double charge bait' });
    await scenario.getByRole('button').click();
    await page.getByText(/^Played: \d+ events\.$/).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: /BAIT-1/ }).click();

    await page.getByRole('region', { name: 'Timeline' }).getByText('Order paid').waitFor();
    expect(windows.complaints).toEqual([]);
  });

  it('records a payment, and plays the saved file with the same outcome', async () => {
    const page = await open();
    const { sandbox } = windows;

    await page.getByRole('button', { name: 'Scenarios' }).click();
    await page.getByRole('button', { name: 'Record', exact: true }).click();
    await page.getByRole('button', { name: 'Stop and save' }).waitFor();
    const { mchOrderNo } = await sandbox.launch();
    sandbox.force(mchOrderNo, { outcome: 'paid', when: 'now' });
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Stop and save' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('scenario.json');
    sandbox.reset();

    const recorded = {
      name: 'scenario.json',
      mimeType: 'application/json',
      buffer: Buffer.from(await textOf(file)),
    };
    await page.getByLabel('Play a file…').setInputFiles(recorded);
    await page.getByText(/^Played: \d+ events\.$/).waitFor();

    expect(sandbox.order(mchOrderNo).order).toMatchObject({ state: 'paid', charges: 1 });
  });

  it('exports what happened as JSON and as an HTTP Archive', async () => {
    windows.sandbox.seed('1 paid');
    const page = await open();

    await page.getByRole('button', { name: 'Settings' }).click();
    for (const [name, part] of [
      ['JSON', 'orders'],
      ['HAR', 'log'],
    ] as const) {
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name, exact: true }).click(),
      ]);
      expect(JSON.parse(await textOf(file))).toHaveProperty(part);
    }
  });

  it('is used with the keyboard alone: search, next order, inspector, and back', async () => {
    windows.sandbox.seed('3 paid');
    const { mchOrderNo } = await windows.sandbox.launch();
    const page = await open();

    await page.keyboard.press('/');
    await page.keyboard.type('console');
    await expect.poll(() => page.locator('.list-pane .row').count()).toBe(1);
    await page.keyboard.press('Escape');
    await page.keyboard.press('j');
    await page.getByRole('heading', { name: mchOrderNo }).waitFor();
    await page.getByRole('region', { name: 'Timeline' }).getByRole('link').last().focus();
    await page.keyboard.press('Enter');
    await page
      .getByRole('region', { name: 'Inspector' })
      .getByRole('heading', { name: 'cc_purchase' })
      .waitFor();
    await page.goBack();

    expect(await page.getByRole('region', { name: 'Inspector' }).count()).toBe(0);
    expect(new URL(page.url()).pathname).toBe(`/orders/${mchOrderNo}`);
  });
});
