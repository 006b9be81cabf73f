import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent } from 'storybook/test';
import { findForm, typeCard } from '../../customer';
import { SavedCards } from '../../examples/SavedCards';
import savedCards from '../../examples/SavedCards.tsx?raw';
import { gateway } from '../../fakeSdk';
import { answerCalls } from '../../shop/answerCalls';
import { example, order } from './example';

const meta: Meta = { title: 'Custom UI/Saved cards' };
export default meta;

const cards = [
  { cardId: 'c1', cardNum: '424242******4242', expiryDate: '1230' },
  { cardId: 'c2', cardNum: '555555******4444', expiryDate: '0829' },
];

export const PayWithASavedCard: StoryObj = {
  ...example({
    shop: { name: 'Café du Port', trade: 'Roasters, twice a week' },
    title: 'Coffee, every month',
    lede: 'Two bags, roasted the day before.',
    points: {
      'purchaseWithToken()': 'On the server: it charges the card that IOTPay keeps. No form, no script.',
      'useIotPayCard()': 'Mounted only for another card.',
      unknown: 'If the answer is lost, nobody knows: the page says so.',
    },
    checkout: <SavedCards />,
    source: savedCards,
  }),
  beforeEach: () =>
    answerCalls({
      'GET /api/cards': () => cards,
      'POST /api/subscription/checkout': order,
      'POST /api/subscription/pay': () => ({ result: 'paid' }),
    }),
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('radio', { name: /555555/ }));
    await expect(canvas.getByRole('button', { name: 'Pay $24.00' })).toBeEnabled();
    await expect(gateway().calls).toBe(0);
    await userEvent.click(canvas.getByRole('button', { name: 'Pay $24.00' }));
    await expect(await canvas.findByText(/first bag is being roasted/)).toBeVisible();
  },
};

export const PayWithAnotherCard: StoryObj = {
  ...PayWithASavedCard,
  play: async ({ canvas }) => {
    await canvas.findByRole('radio', { name: /424242/ });
    await userEvent.click(canvas.getByRole('radio', { name: /another card/ }));
    await typeCard(await findForm(canvas));
    await expect(gateway().mounts).toHaveLength(1);
  },
};
