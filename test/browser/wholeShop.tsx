import { cleanup } from '@testing-library/react';
import { afterEach, beforeEach, vi } from 'vitest';
import { commands } from 'vitest/browser';
import { forgetPage } from '../../src/contract/page';
import type { OrderView } from '../../src/contract/shopRoutes';
import { sdkWindow } from '../../src/contract/sdk';
import { IotPayCheckout, type IotPayCheckoutProps } from '../../src/index';
import { hostedScript, type CommandOf } from './page';
import { openShop } from './shop';
import type * as nodeSide from './shopCommands';

declare module 'vitest/browser' {
  interface BrowserCommands {
    askShop: CommandOf<typeof nodeSide.askShopServer>;
    payInAnotherTab: CommandOf<typeof nodeSide.payInAnotherTab>;
  }
}

export const cards = { paid: '4242424242424242', declined: '4000000000000002', pending: '4000000000000077' };

/** The whole checkout's element, for commands. */
export const place = '.iotpay-checkout';

export const onPaid = vi.fn<(order: OrderView) => void>();

/** The requests that the page has sent to its shop since the test began, e.g. `POST /checkout`. */
export const requests: string[] = [];

let carts = 0;
let cartId = '';

/** A shop on the local gateway: `fetch` reaches its routes below `/pay`, and each test has a cart of its own. */
export function withWholeShop(): void {
  beforeEach(() => {
    carts += 1;
    cartId = `cart ${carts} of ${performance.timeOrigin}`;
    requests.length = 0;
    onPaid.mockReset();
    const network = window.fetch;
    vi.spyOn(window, 'fetch').mockImplementation(async (input, init) => {
      const path = typeof input === 'string' ? /^\/pay(\/.*)$/.exec(input)?.[1] : undefined;
      if (path === undefined) return network.call(window, input, init);
      requests.push(`${init?.method ?? 'GET'} ${path.replace(/\w{20,}$/, '…')}`);
      const { status, text } = await commands.askShop(path, init?.body as string | undefined);
      return new Response(text, { status });
    });
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });
}

export function openCheckout(props: Partial<IotPayCheckoutProps> = {}): void {
  openShop(<IotPayCheckout url="/pay" request={{ cartId }} onPaid={onPaid} {...props} />, true);
}

/** IOTPay's own page for the cart's order. */
export async function hostedPage(): Promise<string> {
  const { text } = await commands.askShop('/checkout', JSON.stringify({ request: { cartId } }));
  return (JSON.parse(text) as { redirectUrl: string }).redirectUrl;
}

/** The customer loads the page again: it remembers nothing. */
export function reload(): void {
  cleanup();
  for (const left of document.querySelectorAll(`body > [id^="iotpay-"], script[src^="${hostedScript}"]`))
    left.remove();
  delete sdkWindow().Iotpay;
  forgetPage();
  openCheckout();
}

/** The customer comes back from another tab. */
export const comeBack = () => window.dispatchEvent(new Event('focus'));
