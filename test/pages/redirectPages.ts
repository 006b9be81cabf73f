import type { Page } from 'playwright-core';
import type { ReactVersion } from './bundle';
import type { OpenPage, Pages } from './pages';
import type { ShopSettings } from './shop';

/** Somewhere on the web: nothing of it leaves this computer. */
async function standForTheWeb(page: Page): Promise<void> {
  await page.route(/^https:/, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>elsewhere</title>' }),
  );
}

/** Opens a checkout whose form is there, and whose script calls back with what the test says. */
export async function openForm(
  pages: Pages,
  version: ReactVersion,
  settings: Partial<ShopSettings> = {},
  setUp?: (page: Page) => Promise<unknown>,
): Promise<OpenPage> {
  const shop = await pages.open(
    { version, settings: { src: pages.server.ownScript, ...settings } },
    async (page) => {
      await standForTheWeb(page);
      await setUp?.(page);
    },
  );
  await shop.page.locator('[data-status=ready]').waitFor();
  return shop;
}

const callBack = (page: Page, event: object) =>
  page.evaluate((said) => (window as unknown as { callBack: (event: object) => void }).callBack(said), event);

/** IOTPay's script says that the order is paid, and where the customer is to go. */
export async function callBackPaid(page: Page, redirectUrl: string): Promise<void> {
  const retData = { payOrderId: 'P1', mchOrderNo: 'O1', status: 2, amount: 2434, redirectUrl };
  await callBack(page, { result: 'SUCCESS', detail: { retCode: 'SUCCESS', retMsg: '', retData } });
}

/** IOTPay's script says that the card was declined. */
export async function callBackDeclined(page: Page): Promise<void> {
  await callBack(page, { result: 'FAIL', detail: { retCode: 'FAIL', retMsg: 'Card declined' } });
}
