import type { Meta } from '@storybook/react-vite';
import { en } from 'react-iotpay';
import { expect, userEvent } from 'storybook/test';
import { findForm, payByCard } from '../customer';
import { gateway } from '../fakeSdk';
import type { CheckoutProps } from '../shop/Checkout';
import { PlainCheckout } from '../shop/PlainCheckout';
import { checkoutMeta, handlers, type CheckoutStory } from './checkoutMeta';

/**
 * What the card itself shows once its payment has ended. The form is removed for every outcome. A shop with words of its own shows
 * them in the card's place, as in Outcomes.
 */
const meta: Meta<CheckoutProps> = {
  ...checkoutMeta,
  component: PlainCheckout,
  render: (args) => <PlainCheckout {...args} />,
  title: 'States/Settled',
  args: { redirect: 'manual', ...handlers() },
};
export default meta;

const { title, paid, cardSaved, confirming, declined, tryAnotherCard } = en.messages;
const leave = { name: 'Leave the checkout' };
const comeBack = { name: 'Back to the checkout' };

export const Paid: CheckoutStory = {
  parameters: { stage: () => gateway().succeed({ amount: 3766 }) },
  play: async ({ args, canvas }) => {
    await payByCard(canvas);
    gateway().succeed({ amount: 3766 });
    await expect(await canvas.findByText(paid)).toBeVisible();
    await expect(canvas.queryByTitle(title)).toBeNull();
    await expect(args.onSuccess).toHaveBeenCalledOnce();
  },
};

export const CardSaved: CheckoutStory = {
  parameters: { stage: () => gateway().succeed() },
  args: { mode: 'Add' },
  play: async ({ canvas }) => {
    await payByCard(canvas);
    gateway().succeed();
    await expect(await canvas.findByText(cardSaved)).toBeVisible();
  },
};

/** It is unknown whether it was paid, so the card asks the customer not to pay again and offers nothing to press. */
export const Unknown: CheckoutStory = {
  parameters: { stage: () => gateway().timeout() },
  play: async ({ canvas }) => {
    await payByCard(canvas);
    gateway().timeout();
    await expect(await canvas.findByText(confirming)).toBeVisible();
    await expect(canvas.queryByRole('button', { name: tryAnotherCard })).toBeNull();
  },
};

/** With a session of `useSecureId` the card offers another try. With a plain secureId there is the notice only. */
export const Declined: CheckoutStory = {
  parameters: { stage: () => gateway().fail('Insufficient funds') },
  play: async ({ args, canvas }) => {
    await payByCard(canvas);
    gateway().fail('Insufficient funds');
    await expect(await canvas.findByRole('alert')).toHaveTextContent(declined);
    await expect(canvas.getByRole('button', { name: tryAnotherCard })).toBeEnabled();
    await expect(canvas.queryByTitle(title)).toBeNull();
    await expect(args.onFail).toHaveBeenCalledOnce();
  },
};

/** “Try another card” asks the shop's server for a new secureId, and its form takes the notice's place. */
export const DeclinedThenAnotherCard: CheckoutStory = {
  play: async (context) => {
    const { args, canvas } = context;
    await Declined.play?.(context);
    await userEvent.click(canvas.getByRole('button', { name: tryAnotherCard }));
    await findForm(canvas);
    await expect(canvas.queryByRole('alert')).toBeNull();
    const [first, second] = gateway().mounts;
    await expect(second?.secureId).not.toBe(first?.secureId);
    await payByCard(canvas);
    gateway().succeed({ amount: 3766 });
    await expect(await canvas.findByText(paid)).toBeVisible();
    await expect(args.onSuccess).toHaveBeenCalledOnce();
  },
};

/** The server knows that this order is paid, and answers `{ settled: 'paid' }`: nothing is opened, and no handler is called. */
export const PaidSaysTheServer: CheckoutStory = {
  args: { request: () => Promise.resolve({ settled: 'paid' }) },
  play: async ({ args, canvas }) => {
    await expect(await canvas.findByText(paid)).toBeVisible();
    await expect(gateway().mounts).toHaveLength(0);
    await expect(args.onSuccess).not.toHaveBeenCalled();
  },
};

/** The server does not know whether this order was paid, and answers `{ settled: 'unknown' }`. */
export const UnknownSaysTheServer: CheckoutStory = {
  args: { request: () => Promise.resolve({ settled: 'unknown' }) },
  play: async ({ args, canvas }) => {
    await expect(await canvas.findByText(confirming)).toBeVisible();
    await expect(gateway().mounts).toHaveLength(0);
    await expect(args.onTimeout).not.toHaveBeenCalled();
  },
};

/** The customer has paid, leaves and comes back. The payment stays settled: nothing is opened and nothing is told again. */
export const PaidThenShownAgain: CheckoutStory = {
  render: (args) => <PlainCheckout {...args} canLeave />,
  play: async (context) => {
    const { args, canvas } = context;
    await Paid.play?.(context);
    await userEvent.click(canvas.getByRole('button', leave));
    await expect(canvas.queryByText(paid)).toBeNull();
    await userEvent.click(canvas.getByRole('button', comeBack));
    await expect(await canvas.findByText(paid)).toBeVisible();
    await expect(gateway().mounts).toHaveLength(1);
    await expect(args.onSuccess).toHaveBeenCalledOnce();
  },
};

/** The outcome comes while no card shows the payment. The next card that shows it tells the shop, once. */
export const PaidWhileAway: CheckoutStory = {
  ...PaidThenShownAgain,
  parameters: { stage: () => gateway().succeed({ amount: 3766 }) },
  play: async ({ args, canvas }) => {
    await payByCard(canvas);
    gateway().touch();
    await expect(args.onTouched).toHaveBeenCalledOnce();
    await userEvent.click(canvas.getByRole('button', leave));
    gateway().succeed({ amount: 3766 });
    await expect(args.onSuccess).not.toHaveBeenCalled();
    await userEvent.click(canvas.getByRole('button', comeBack));
    await expect(await canvas.findByText(paid)).toBeVisible();
    await expect(args.onSuccess).toHaveBeenCalledOnce();
    await expect(gateway().mounts).toHaveLength(1);
  },
};
