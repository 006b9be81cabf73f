import type { Meta } from '@storybook/react-vite';
import { en, type IotPayCheckoutProps } from 'react-iotpay';
import { expect, userEvent, waitFor } from 'storybook/test';
import { findForm, typeCard } from '../../customer';
import { openShop, shop } from '../../fakeShop';
import { wholeArgs, wholeMeta, type WholeStory } from './wholeCheckout';

const cards = [
  { cardId: 'visa', channel: 'PF_CC', cardNum: '424242******4242', expiryDate: '1230' },
  { cardId: 'mastercard', channel: 'PF_CC', cardNum: '555555******4444', expiryDate: '0829' },
] as const;

/** `methods`, in the order in which they are shown. The price and the safety of another order are the shop's server's to decide. */
const meta: Meta<IotPayCheckoutProps> = {
  ...wholeMeta,
  title: 'Checkout/Ways to pay',
  tags: ['ci'],
  args: wholeArgs(),
  beforeEach: openShop({ cards }),
};
export default meta;

const { messages } = en;

export const CardOrUnionPay: WholeStory = {
  args: { methods: ['card', 'unionpay'] },
  play: async ({ canvas }) => {
    await findForm(canvas);
    await userEvent.click(canvas.getByRole('radio', { name: 'UnionPay' }));
    await waitFor(() => expect(shop().orders).toHaveLength(2));
    await typeCard(await findForm(canvas));
    await shop().pay();
    await expect(await canvas.findByText(messages.paid)).toBeVisible();
    await expect(shop().orders.at(-1)).toMatchObject({ channel: 'UPI_EX', outcome: 'paid' });
  },
};

export const SavedCards: WholeStory = {
  args: { methods: ['saved', 'card'] },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('radio', { name: /424242/ })).toBeChecked();
    await expect(canvas.getAllByRole('radio')).toHaveLength(3);
    await expect(shop().iotpay.calls).toBe(0);
  },
};

export const SavedCardPaid: WholeStory = {
  ...SavedCards,
  play: async ({ args, canvas }) => {
    await userEvent.click(await canvas.findByRole('radio', { name: /555555/ }));
    await userEvent.click(canvas.getByRole('button', { name: /^Pay/ }));
    await expect(await canvas.findByText(messages.paid)).toBeVisible();
    await expect(shop().orders).toMatchObject([{ cardId: 'mastercard', outcome: 'paid' }]);
    await expect(args.onPaid).toHaveBeenCalledOnce();
  },
};

/** A saved card that the bank declines: another one, or the form, on another order. */
export const SavedCardDeclined: WholeStory = {
  ...SavedCards,
  play: async ({ canvas }) => {
    await canvas.findByRole('radio', { name: /424242/ });
    shop().endCharges('failed');
    await userEvent.click(canvas.getByRole('button', { name: /^Pay/ }));
    await expect(await canvas.findByRole('alert')).toHaveTextContent(messages.declined);
    await userEvent.click(canvas.getByRole('radio', { name: 'Card' }));
    await typeCard(await findForm(canvas));
  },
};

/** While the shop's server charges the card, nothing else can be chosen. */
export const Charging: WholeStory = {
  ...SavedCards,
  play: async ({ canvas }) => {
    await canvas.findByRole('radio', { name: /424242/ });
    shop().hold();
    await userEvent.click(canvas.getByRole('button', { name: /^Pay/ }));
    await expect(await canvas.findByText('Your card is being charged…')).toBeVisible();
    await expect(canvas.queryByRole('radio')).toBeNull();
    await expect(canvas.queryByRole('button')).toBeNull();
  },
};

/** The answer to the charge is lost. The same question gives the same order: the card is charged once. */
export const ChargedAlthoughTheAnswerWasLost: WholeStory = {
  ...SavedCards,
  play: async ({ canvas }) => {
    await canvas.findByRole('radio', { name: /424242/ });
    shop().loseNextAnswer();
    await userEvent.click(canvas.getByRole('button', { name: /^Pay/ }));
    await expect(await canvas.findByText(messages.paid)).toBeVisible();
    await expect(shop().orders).toHaveLength(1);
  },
};
