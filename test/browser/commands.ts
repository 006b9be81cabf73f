import { createIotPay, createOrderNo } from 'react-iotpay/server';
import type { BrowserCommandContext } from 'vitest/node';
import type { IotPayChannel } from '../../src/contract/order';
import type { IotPayMode } from '../../src/contract/sdk';

/**
 * Things that a browser can't do itself: the merchant's server, the customer's hands in another site's iframe, the
 * network.
 */

/** A secureId from the gateway, as the merchant's server gets it. */
export async function makeSecureId(
  { project }: BrowserCommandContext,
  mode: IotPayMode = 'Pay',
  channel: IotPayChannel = 'PF_CC',
): Promise<string> {
  const { url, credentials } = project.getProvidedContext().gateway;
  const iotpay = createIotPay({ environment: { baseUrl: url }, ...credentials });
  const returnUrl = `${url}/nowhere?shop=7`;
  const { secureId } =
    mode === 'Add'
      ? await iotpay.addCard({ cardId: createOrderNo(), channel, returnUrl })
      : await iotpay.purchase({
          mchOrderNo: createOrderNo(),
          amount: 2434,
          channel,
          notifyUrl: `${url}/nowhere`,
          returnUrl,
        });
  return secureId;
}

/** Types a card into the form inside `container`, which may be in an iframe of the shop's own, and presses its button. */
export async function payWith(
  { iframe }: BrowserCommandContext,
  container: string,
  cardNumber: string,
  shopFrame?: string,
): Promise<void> {
  const page = shopFrame === undefined ? iframe : iframe.frameLocator(shopFrame);
  const form = page.frameLocator(`${container} iframe`);
  await form.getByLabel('Card number').fill(cardNumber);
  await form.getByLabel('Name on card').fill('Ada Morgan');
  await form.getByLabel('Expiry date').fill('12/39');
  await form.getByLabel('Security code').fill('123');
  await form.getByRole('button', { name: /^(Pay|Save) / }).click();
}

/** The value of a field of the form inside `container`. If `text` is given, it is typed first. */
export async function typeInto(
  { iframe }: BrowserCommandContext,
  container: string,
  label: string,
  text?: string,
): Promise<string> {
  const field = iframe.frameLocator(`${container} iframe`).getByLabel(label);
  if (text !== undefined) await field.fill(text);
  return field.inputValue();
}

/** The names of the fields that a customer sees inside `container`. */
export async function fieldLabels({ iframe }: BrowserCommandContext, container: string): Promise<string[]> {
  const labels = iframe.frameLocator(`${container} iframe`).locator('label');
  return labels.filter({ visible: true }).allInnerTexts();
}

/** The text that a customer can read in the iframe inside `container`. */
export async function frameText({ iframe }: BrowserCommandContext, container: string): Promise<string> {
  return iframe.frameLocator(`${container} iframe`).locator('body').innerText();
}

/** By how many pixels the page inside the form's iframe is too big for it. */
export async function overflow(
  { iframe }: BrowserCommandContext,
  container: string,
): Promise<{ across: number; down: number }> {
  const root = iframe.frameLocator(`${container} iframe`).locator('html');
  return root.evaluate((html) => ({
    across: html.scrollWidth - html.clientWidth,
    down: html.scrollHeight - html.clientHeight,
  }));
}

/** How many animations of the form's page would never end, were it busy. */
export async function endlessAnimations(
  { iframe }: BrowserCommandContext,
  container: string,
): Promise<number> {
  const form = iframe.frameLocator(`${container} iframe`).locator('form');
  return form.evaluate((element) => {
    element.setAttribute('aria-busy', 'true');
    const timings = document.getAnimations().map((animation) => animation.effect?.getComputedTiming());
    element.setAttribute('aria-busy', 'false');
    return timings.filter((timing) => timing?.iterations === Infinity).length;
  });
}

/** Sets the requests of the customer's system to pages from now on. */
export async function prefer(
  { page }: BrowserCommandContext,
  media: { forcedColors?: 'active' | 'none'; reducedMotion?: 'reduce' | 'no-preference' },
): Promise<void> {
  await page.emulateMedia(media);
}

/** Sets the preferences of the customer's system from now on. */
export async function preferColors(
  { page }: BrowserCommandContext,
  colorScheme: 'light' | 'dark',
): Promise<void> {
  await page.emulateMedia({ colorScheme });
}
