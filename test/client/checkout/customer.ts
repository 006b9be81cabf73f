import { act, screen } from '@testing-library/react';
import type { FakeIotPay } from 'react-iotpay/testing';
import { letPageRest } from '../rows/checkoutPage';
import type { ShopDouble, Truth } from './shopDouble';

/** Lets IOTPay's form report to the page. */
export type Says = 'succeed' | 'fail' | 'timeout';

/** The form that was shown last ends like this, and the gateway knows that of its order. */
export async function end(iotpay: FakeIotPay, shop: ShopDouble, says: Says, truth: Truth): Promise<void> {
  const form = iotpay.mounts.at(-1);
  if (!form) throw new Error('There is no form.');
  shop.bySecureId(form.secureId).truth = truth;
  await act(async () => form[says]());
  await letPageRest();
}

/** The customer presses a button or picks a way to pay. */
export async function press(name: string): Promise<void> {
  const element =
    screen.queryByRole('button', { name }) ?? screen.queryByRole('radio', { name }) ?? screen.getByText(name);
  element.focus();
  await act(async () => element.click());
  await letPageRest();
}

/** The whole text of the checkout. */
export const said = () => document.body.textContent;

export const statusOf = () => document.querySelector<HTMLElement>('.iotpay-checkout')?.dataset.status;
