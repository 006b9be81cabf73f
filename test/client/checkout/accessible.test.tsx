import { render, waitFor } from '@testing-library/react';
import axe from 'axe-core';
import { IotPayCheckout, IotPayReturn } from 'react-iotpay';
import { installFakeIotPay } from 'react-iotpay/testing';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { end, press, statusOf } from './customer';
import { installShop, savedCard, type ShopDouble } from './shopDouble';

const iotpay = installFakeIotPay({ afterEach });
let shop: ShopDouble;

beforeEach(() => {
  shop = installShop();
  shop.cards = [savedCard];
});
afterEach(() => vi.unstubAllGlobals());

/** jsdom draws nothing, so colours and sizes are looked at in a real browser. */
async function findViolations(): Promise<string[]> {
  const { violations } = await axe.run(document.body, {
    iframes: false,
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`);
}

/** The customer's acts need the clock of the tests, and axe needs the real one. */
async function inNoTime(action: () => Promise<void>): Promise<void> {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date', 'performance'] });
  await action();
  vi.useRealTimers();
}

it('shows axe no fault of the checkout in each state that a customer sees', async () => {
  render(<IotPayCheckout url="/pay" methods={['card', 'unionpay', 'saved']} onError={() => undefined} />);
  const expectState = async (status: string) => {
    await waitFor(() => expect(statusOf()).toBe(status));
    expect(await findViolations()).toEqual([]);
  };
  await expectState('form');
  await waitFor(() => expect(iotpay.mounts).toHaveLength(1));
  await inNoTime(() => end(iotpay, shop, 'fail', 'untouched'));
  await expectState('declined');
  await inNoTime(() => press('Saved card 432567******2266'));
  await expectState('chosen');
  shop.network = 'refuses';
  await inNoTime(() => press('Pay $24.34'));
  await expectState('failed');
});

it('shows axe no fault of a paid checkout and of the return page', async () => {
  shop.cards = undefined;
  const page = render(<IotPayCheckout url="/pay" />);
  await waitFor(() => expect(shop.orders).toHaveLength(1));
  shop.order().truth = 'paid';
  page.rerender(<IotPayReturn url="/pay" mchOrderNo="ORDER1" />);
  await waitFor(() => expect(statusOf()).toBe('paid'));
  expect(await findViolations()).toEqual([]);
});
