import type { Meta } from '@storybook/react-vite';
import { en, type IotPayCheckoutProps } from 'react-iotpay';
import { expect, userEvent, waitFor } from 'storybook/test';
import { findForm, typeCard } from '../../customer';
import { shop } from '../../fakeShop';
import { wake, wholeArgs, wholeMeta, type WholeStory } from './wholeCheckout';

/**
 * One component: it opens the order at the shop's server, shows IOTPay's form, and says paid or not paid only on the server's word.
 * Press the form's button to pay.
 */
const meta: Meta<IotPayCheckoutProps> = { ...wholeMeta, title: 'Checkout/Paying', args: wholeArgs() };
export default meta;

const { messages } = en;

export const Form: WholeStory = {
  play: async ({ canvas }) => {
    await typeCard(await findForm(canvas));
    await expect(canvas.getByRole('group', { name: 'Payment' })).toHaveAttribute('data-status', 'form');
    await expect(canvas.getByText('Total')).toHaveTextContent('$37.66');
    await expect(shop().requests).toMatchObject([
      { path: '/checkout', body: { request: { cartId: 'PB-1042' } } },
    ]);
  },
};

/** `onPaid` is called once, with the order as the shop's server knows it. Without one, the receipt is all there is to do. */
export const Paid: WholeStory = {
  parameters: { stage: () => shop().pay() },
  play: async ({ args, canvas }) => {
    await typeCard(await findForm(canvas));
    await shop().pay();
    await expect(await canvas.findByText(messages.paid)).toBeVisible();
    await expect(canvas.getByText('ORDER1')).toBeVisible();
    await expect(args.onPaid).toHaveBeenCalledOnce();
    await expect(args.onPaid).toHaveBeenCalledWith(
      expect.objectContaining({ mchOrderNo: 'ORDER1', outcome: 'paid', amount: 3766 }),
    );
    await expect(canvas.queryByTitle(messages.title)).toBeNull();
  },
};

/** `receipt` takes the place of the built-in one. */
export const OwnReceipt: WholeStory = {
  args: {
    receipt: ({ mchOrderNo }) => (
      <p className="note note-paid">
        <span>
          Thank you! We pack order <strong>{mchOrderNo}</strong> tonight.
        </span>
      </p>
    ),
  },
  play: async ({ canvas }) => {
    await findForm(canvas);
    await shop().pay();
    await expect(await canvas.findByText(/We pack order/)).toBeVisible();
  },
};

/** A decline is told at once and kindly. The next card is another order: the shop's server opens it, if the first is not paid after all. */
export const Declined: WholeStory = {
  parameters: { stage: () => shop().decline('Insufficient funds') },
  play: async ({ args, canvas }) => {
    await typeCard(await findForm(canvas));
    await shop().decline('Insufficient funds');
    await expect(await canvas.findByRole('alert')).toHaveTextContent(messages.declined);
    await expect(canvas.getByRole('button', { name: messages.tryAnotherCard })).toBeEnabled();
    await expect(args.onDeclined).toHaveBeenCalledOnce();
    await expect(args.onPaid).not.toHaveBeenCalled();
  },
};

export const DeclinedThenPaid: WholeStory = {
  play: async (context) => {
    const { args, canvas } = context;
    await Declined.play?.(context);
    await userEvent.click(canvas.getByRole('button', { name: messages.tryAnotherCard }));
    await typeCard(await findForm(canvas));
    await shop().pay();
    await expect(await canvas.findByText(messages.paid)).toBeVisible();
    await expect(shop().orders.map(({ outcome }) => outcome)).toEqual(['failed', 'paid']);
    await expect(args.onPaid).toHaveBeenCalledOnce();
  },
};

/** The order was paid in another tab meanwhile. When the customer comes back, this page says so and takes its form away. */
export const PaidInAnotherTab: WholeStory = {
  play: async ({ args, canvas }) => {
    await findForm(canvas);
    shop().settle('paid');
    wake();
    await expect(await canvas.findByText(messages.paid)).toBeVisible();
    await waitFor(() => expect(args.onPaid).toHaveBeenCalledOnce());
    await expect(canvas.queryByTitle(messages.title)).toBeNull();
  },
};

/** A cart that is paid already, after a reload or the back button: no form, no second order. */
export const PaidBefore: WholeStory = {
  beforeEach: async () => {
    const body = JSON.stringify({ request: { cartId: 'PB-1042' } });
    await fetch('/pay/checkout', { method: 'POST', body });
    shop().settle('paid');
  },
  play: async ({ args, canvas }) => {
    await expect(await canvas.findByText(messages.paid)).toBeVisible();
    await expect(args.onPaid).toHaveBeenCalledOnce();
    await expect(shop().iotpay.calls).toBe(0);
    await expect(shop().orders).toHaveLength(1);
  },
};
