import type { Meta } from '@storybook/react-vite';
import { en, type IotPayCheckoutProps } from 'react-iotpay';
import { expect, waitFor } from 'storybook/test';
import { findForm, typeCard } from '../../customer';
import { shop } from '../../fakeShop';
import { wholeArgs, wholeMeta, type WholeStory } from './wholeCheckout';

/**
 * An undecided payment is neither paid nor declined. The shop's server is asked with growing pauses while the page is visible, and
 * nothing offers to pay again.
 */
const meta: Meta<IotPayCheckoutProps> = { ...wholeMeta, title: 'Checkout/Waiting', args: wholeArgs() };
export default meta;

const { messages } = en;

/** The shop's server takes its time to open the order. */
export const Opening: WholeStory = {
  beforeEach: () => void shop().hold(),
  play: async ({ canvas }) => {
    await expect(await canvas.findByText(messages.loading)).toBeVisible();
    await expect(canvas.getByRole('group', { name: 'Payment' })).toHaveAttribute('data-status', 'opening');
  },
};

/** The order is there, and IOTPay's script is on its way. */
export const FormLoading: WholeStory = {
  beforeEach: () => void shop().iotpay.hangScript(),
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('$37.66')).toBeVisible();
    await expect(canvas.getByText(messages.loading)).toBeVisible();
  },
};

/** The bank has not answered. The customer may close the page: it says the same when they come back. */
export const Confirming: WholeStory = {
  parameters: { stage: () => shop().leaveUndecided() },
  play: async ({ args, canvas }) => {
    await typeCard(await findForm(canvas));
    await shop().leaveUndecided();
    await expect(await canvas.findByText(messages.confirming)).toBeVisible();
    await expect(canvas.queryByRole('button')).toBeNull();
    await expect(args.onPaid).not.toHaveBeenCalled();
    await expect(args.onDeclined).not.toHaveBeenCalled();
  },
};

export const ConfirmingThenPaid: WholeStory = {
  play: async (context) => {
    const { args, canvas } = context;
    await Confirming.play?.(context);
    shop().settle('paid');
    await expect(await canvas.findByText(messages.paid)).toBeVisible();
    await expect(args.onPaid).toHaveBeenCalledOnce();
  },
};

export const ConfirmingThenDeclined: WholeStory = {
  play: async (context) => {
    const { canvas } = context;
    await Confirming.play?.(context);
    shop().settle('failed');
    await expect(await canvas.findByRole('alert')).toHaveTextContent(messages.notPaid);
    await expect(canvas.getByRole('button', { name: messages.tryAnotherCard })).toBeEnabled();
  },
};

/** IOTPay's script says paid, and the shop's server can't be reached to say so, too: the customer is asked to wait, not to pay. */
export const PaidAndTheServerIsAway: WholeStory = {
  play: async ({ args, canvas }) => {
    await findForm(canvas);
    shop().refuseNext({ status: 503, code: 'busy' });
    await shop().pay();
    await expect(await canvas.findByText(messages.confirming)).toBeVisible();
    await expect(args.onPaid).not.toHaveBeenCalled();
    await waitFor(() => expect(args.onPaid).toHaveBeenCalledOnce(), { timeout: 10_000 });
  },
};
