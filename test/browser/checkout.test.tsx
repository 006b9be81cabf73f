import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { commands } from 'vitest/browser';
import { withUnreliableNetwork } from './loadingPage';
import { hostedScript, onceEach, pageCounts } from './page';
import { formIs, forms } from './shop';
import { cards, comeBack, onPaid, openCheckout, place, withWholeShop } from './wholeShop';

withUnreliableNetwork();
withWholeShop();

it('takes another card after a decline, and tells the shop once that it is paid', async () => {
  openCheckout();
  await formIs('form');
  await commands.payWith(place, cards.declined);
  const again = await screen.findByRole('button', { name: 'Try another card' });
  expect(pageCounts()).toEqual(onceEach);
  again.click();
  await expect.poll(() => forms().length).toBe(1);
  await commands.payWith(place, cards.paid);
  expect(await screen.findByText('Payment received.')).toBeTruthy();
  expect(onPaid).toHaveBeenCalledOnce();
  expect(onPaid.mock.calls[0]?.[0]).toMatchObject({
    outcome: 'paid',
    amount: 2434,
    cardNum: '424242******4242',
  });
  expect(forms()).toEqual([]);
});

it('leads to IOTPay’s own page where the script is blocked, and knows when the order was paid there', async () => {
  await commands.spoil(hostedScript, 'blocked by an extension');
  openCheckout({ script: { retries: 0 } });
  const link = await screen.findByRole<HTMLAnchorElement>('link', { name: 'Pay on IOTPay’s page' });
  expect(screen.getByRole('alert').textContent).not.toContain('not been charged');
  await commands.payInAnotherTab(link.href, cards.paid);
  comeBack();
  expect(await screen.findByText('Payment received.')).toBeTruthy();
  expect(onPaid).toHaveBeenCalledOnce();
});
