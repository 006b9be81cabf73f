import type { Meta } from '@storybook/react-vite';
import { fakeOrder } from 'react-iotpay/testing';
import { expect, userEvent } from 'storybook/test';
import { findForm, payByCard, typeCard } from '../customer';
import { gateway } from '../fakeSdk';
import type { CheckoutProps } from '../shop/Checkout';
import { checkoutMeta, handlers, type CheckoutStory } from './checkoutMeta';

/** Three outcomes, one per payment, told once, here in the shop's own words. What each asks of the shop is in the guide. */
const meta: Meta<CheckoutProps> = {
  ...checkoutMeta,
  title: 'States/Outcomes',
  args: { redirect: 'manual', ...handlers() },
};
export default meta;

/** `onSuccess`: show a receipt. Deliver when the server knows it too. */
export const Success: CheckoutStory = {
  parameters: { stage: () => gateway().succeed({ amount: 3766 }) },
  play: async ({ args, canvas }) => {
    await payByCard(canvas);
    gateway().succeed({ amount: 3766 });
    await expect(await canvas.findByRole('heading', { name: 'Thank you' })).toBeVisible();
    await expect(args.onSuccess).toHaveBeenCalledWith(
      expect.objectContaining({ order: expect.objectContaining({ amount: 3766 }) as unknown }),
    );
  },
};

/** `onFail`: nothing was paid. A new try needs a new order, so a new secureId. */
export const Failed: CheckoutStory = {
  parameters: { stage: () => gateway().fail('Insufficient funds') },
  play: async ({ args, canvas }) => {
    await payByCard(canvas);
    gateway().fail('Insufficient funds');
    await expect(await canvas.findByRole('alert')).toHaveTextContent('Nothing was paid');
    await expect(args.onFail).toHaveBeenCalledWith(
      expect.objectContaining({ status: 'failed', message: 'Insufficient funds' }),
    );
  },
};

export const FailedThenPaid: CheckoutStory = {
  play: async (context) => {
    const { canvas } = context;
    await Failed.play?.(context);
    await userEvent.click(canvas.getByRole('button', { name: 'Try again' }));
    await payByCard(canvas);
    const [first, second] = gateway().mounts;
    await expect(second?.secureId).not.toBe(first?.secureId);
    gateway().succeed({ amount: 3766 });
    await expect(await canvas.findByText('Paid')).toBeVisible();
  },
};

/** `onTimeout`: the bank has not answered. **Nobody knows whether it was paid**, so nothing offers to pay again. */
export const Unknown: CheckoutStory = {
  parameters: { stage: () => gateway().timeout() },
  play: async ({ args, canvas }) => {
    await payByCard(canvas);
    gateway().timeout();
    await expect(await canvas.findByText(/don’t pay again/)).toBeVisible();
    await expect(canvas.queryByRole('button')).toBeNull();
    await expect(args.onTimeout).toHaveBeenCalledWith(
      expect.objectContaining({ status: 'unknown', reason: 'timeout' }),
    );
  },
};

/** The gateway answered, but has not decided: the order's status is 0. That is `unknown` too. */
export const Pending: CheckoutStory = {
  play: async ({ args, canvas }) => {
    await payByCard(canvas);
    gateway().emit({
      result: 'SUCCESS',
      detail: { retCode: 'SUCCESS', retData: fakeOrder({ status: 0, amount: 3766 }) },
    });
    await expect(await canvas.findByText(/don’t pay again/)).toBeVisible();
    await expect(canvas.queryByRole('button')).toBeNull();
    await expect(args.onTimeout).toHaveBeenCalledWith(expect.objectContaining({ reason: 'pending' }));
  },
};

/** The first outcome settles the payment. What the SDK says after it decides nothing, and reaches `onIgnoredOutcome`. */
export const SaidTwice: CheckoutStory = {
  play: async ({ args, canvas }) => {
    await typeCard(await findForm(canvas));
    gateway().succeed({ amount: 3766 });
    gateway().fail('Declined after all');
    await expect(await canvas.findByText('Paid')).toBeVisible();
    await expect(args.onFail).not.toHaveBeenCalled();
    await expect(args.onIgnoredOutcome).toHaveBeenCalledOnce();
  },
};
