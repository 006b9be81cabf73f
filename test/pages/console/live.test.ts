import { startSandbox } from 'react-iotpay/sandbox';
import { describe, expect, it } from 'vitest';
import { createIotPay } from 'react-iotpay/server';
import { consoleWindows } from './consoleWindow';

const windows = consoleWindows();
const { open } = windows;

describe('the console beside a busy shop', () => {
  it('shows each of a thousand calls that a shop makes as fast as it can', async () => {
    const page = await open();
    await page.getByRole('button', { name: 'Activity' }).click();
    await page.getByRole('combobox', { name: 'Kind' }).selectOption('call');

    const { url, credentials } = windows.sandbox;
    const iotpay = createIotPay({ environment: { baseUrl: url }, ...credentials });
    for (let sent = 0; sent < 1000; sent += 50) {
      const batch = Array.from({ length: 50 }, (_, place) => `Q-${sent + place}`);
      await Promise.all(batch.map((mchOrderNo) => iotpay.query({ mchOrderNo }).catch(() => undefined)));
    }

    const listed = () => page.locator('.list-pane li').first().getAttribute('aria-setsize');
    // A slow machine makes the client ask again, so the sandbox knows best how many calls there were.
    const calls = windows.sandbox.events({ type: 'call' });
    expect(new Set(calls.map(({ mchOrderNo }) => mchOrderNo)).size).toBe(1000);
    await expect.poll(listed).toBe(String(calls.length));
    await page.getByRole('searchbox').fill('Q-777');
    await expect.poll(listed).toBe(String(calls.filter((one) => one.mchOrderNo === 'Q-777').length));
  });
});

describe('the console of a sandbox that stops', () => {
  it('says that the sandbox does not answer, and shows the next one’s orders once that has started', async () => {
    windows.sandbox.seed('1 paid');
    const page = await open();
    await page.getByRole('link', { name: /SEED-00001/ }).waitFor();

    const port = Number(new URL(windows.sandbox.url).port);
    await windows.sandbox.close();
    await page.getByText('Not answering, retrying').waitFor();
    expect(await page.getByRole('link', { name: /SEED-00001/ }).count()).toBe(1);

    windows.sandbox = await startSandbox({ port });
    await windows.sandbox.launch();
    await page.getByRole('link', { name: /CONSOLE-1/ }).waitFor();
    await page.locator('[data-connection="live"]').waitFor();
    expect(await page.getByRole('link', { name: /SEED-00001/ }).count()).toBe(0);
  });
});

describe('an address of the console', () => {
  it('opens an order with an event of it in the inspector', async () => {
    const { mchOrderNo } = await windows.sandbox.launch();
    const [call] = windows.sandbox.events({ type: 'call' });

    const page = await open(`/orders/${mchOrderNo}?event=${call?.id}`);

    await page.getByRole('heading', { name: mchOrderNo }).waitFor();
    await page
      .getByRole('region', { name: 'Inspector' })
      .getByRole('heading', { name: 'cc_purchase' })
      .waitFor();
  });
});
