import { screen } from '@testing-library/react';
import axe from 'axe-core';
import { afterEach, expect, it } from 'vitest';
import { commands } from 'vitest/browser';
import '../../src/client/checkout/checkout.css';
import { withUnreliableNetwork } from './loadingPage';
import { formIs, forms } from './shop';
import {
  cards,
  comeBack,
  hostedPage,
  onPaid,
  openCheckout,
  place,
  reload,
  requests,
  withWholeShop,
} from './wholeShop';

withUnreliableNetwork();
withWholeShop();
afterEach(() => commands.prefer({ forcedColors: 'none' }));

const total = () => screen.findByText('$24.34');

it('opens one order, whatever React does and however often the page is loaded', async () => {
  openCheckout();
  await formIs('form');
  const before = await hostedPage();
  reload();
  await formIs('form');
  await total();
  expect(await hostedPage()).toBe(before);
  await commands.payWith(place, cards.paid);
  expect(await screen.findByText('Payment received.')).toBeTruthy();
});

it('shows the receipt of a paid order after a reload, and no form', async () => {
  openCheckout();
  await formIs('form');
  await commands.payWith(place, cards.paid);
  await screen.findByText('Payment received.');
  reload();
  expect(await screen.findByText('Payment received.')).toBeTruthy();
  expect(forms()).toEqual([]);
  expect(onPaid).toHaveBeenCalledTimes(2);
});

it('takes its form away when the customer has paid the order in another tab', async () => {
  openCheckout();
  await formIs('form');
  await expect.poll(() => forms().length).toBe(1);
  await commands.payInAnotherTab(await hostedPage(), cards.paid);
  comeBack();
  expect(await screen.findByText('Payment received.')).toBeTruthy();
  expect(forms()).toEqual([]);
  expect(onPaid).toHaveBeenCalledOnce();
});

it('asks to wait while the bank has not decided, and says paid when it has', async () => {
  openCheckout();
  await formIs('form');
  await commands.payWith(place, cards.pending);
  const wait = 'We are waiting for confirmation. Please do not pay again.';
  await screen.findByText(wait);
  expect(screen.queryByRole('button')).toBeNull();
  expect(requests.filter((request) => request === 'POST /checkout')).toHaveLength(1);
  expect(await screen.findByText('Payment received.')).toBeTruthy();
  expect(onPaid).toHaveBeenCalledOnce();
});

it('can be read in forced colours, and axe finds nothing', async () => {
  await commands.prefer({ forcedColors: 'active' });
  openCheckout({ methods: ['card', 'unionpay'] });
  await formIs('form');
  const chosen = screen.getByRole('radio', { name: 'Card' }).closest('label');
  const other = screen.getByRole('radio', { name: 'UnionPay' }).closest('label');
  const lineOf = (label: Element | null) => label && getComputedStyle(label).borderTopWidth;
  expect(lineOf(chosen)).not.toBe(lineOf(other));
  await commands.payWith(place, cards.declined);
  const button = await screen.findByRole('button', { name: 'Try another card' });
  const { color, backgroundColor, borderTopStyle } = getComputedStyle(button);
  expect(color).not.toBe(backgroundColor);
  expect(borderTopStyle).not.toBe('none');
  const { violations } = await axe.run(place, { iframes: false });
  expect(violations.map(({ id }) => id)).toEqual([]);
});
