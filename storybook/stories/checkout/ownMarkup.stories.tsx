import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent } from 'storybook/test';
import { findForm, typeCard } from '../../customer';
import { OwnCheckout } from '../../examples/OwnCheckout';
import ownCheckout from '../../examples/OwnCheckout.tsx?raw';
import { openShop, shop } from '../../fakeShop';
import { example } from '../customUi/example';

const meta: Meta = { title: 'Checkout/Own markup', tags: ['ci'], beforeEach: openShop({ amount: 4200 }) };
export default meta;

export const Form: StoryObj = {
  ...example({
    shop: { name: 'La Brouette', trade: 'Vegetables by bicycle' },
    title: 'Your basket',
    lede: 'Picked on Thursday, at your door on Friday.',
    points: {
      'useIotPayCheckout()': 'The whole checkout without markup: every state, every action.',
      containerProps: 'An empty element for the form. It is always there.',
      confirming: 'The shop’s server is asked; nothing offers to pay again.',
      hostedPage: 'IOTPay’s own page, where the form can’t be shown.',
    },
    checkout: <OwnCheckout basket="week 40" />,
    source: ownCheckout,
  }),
  play: async ({ canvas }) => {
    await typeCard(await findForm(canvas));
    await expect(canvas.getByText(/\$42\.00/)).toBeVisible();
  },
};

export const DeclinedThenPaid: StoryObj = {
  ...Form,
  play: async ({ canvas }) => {
    await findForm(canvas);
    await shop().decline();
    await userEvent.click(await canvas.findByRole('button', { name: 'Take another card' }));
    await findForm(canvas);
    await shop().pay();
    await expect(await canvas.findByText(/on the bicycle tomorrow/)).toBeVisible();
  },
};

export const Confirming: StoryObj = {
  ...Form,
  play: async ({ canvas }) => {
    await findForm(canvas);
    await shop().leaveUndecided();
    await expect(await canvas.findByText(/please don’t pay again/)).toBeVisible();
    await expect(canvas.queryByRole('button')).toBeNull();
  },
};
