import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor } from 'storybook/test';
import { findForm, typeCard } from '../../customer';
import { OrderSummary } from '../../examples/OrderSummary';
import orderSummary from '../../examples/OrderSummary.tsx?raw';
import { gateway } from '../../fakeSdk';
import { answerCalls } from '../../shop/answerCalls';
import { example, order } from './example';

const meta: Meta = { title: 'Custom UI/Order summary' };
export default meta;

/** Late enough to see what the customer sees until then. */
const lateOrder = () =>
  new Promise((resolve) => {
    setTimeout(() => resolve(order()), 700);
  });

export const BeforePaying: StoryObj = {
  ...example({
    shop: { name: 'Boulangerie Saint-Roch', trade: 'Bread on wood, since five this morning' },
    title: 'Bread for Saturday',
    lede: 'Order until Friday noon.',
    points: {
      "status === 'ready'": '“Continue” waits for the form, which is prepared meanwhile.',
      'key: loaves-3': 'Another quantity is another amount, so another order.',
      inert: 'The form is out of reach until it is its turn.',
    },
    checkout: <OrderSummary />,
    source: orderSummary,
  }),
  beforeEach: () => answerCalls({ 'POST /api/loaves': lateOrder }),
  play: async ({ canvas }) => {
    const go = await canvas.findByRole('button', { name: 'Continue to payment' });
    await expect(go).toBeDisabled();
    await waitFor(() => expect(go).toBeEnabled());
    await userEvent.click(canvas.getByRole('button', { name: 'One more' }));
    await expect(canvas.getByText('$28.50')).toBeVisible();
    await waitFor(() => expect(go).toBeEnabled());
    await expect(gateway().mounts).toHaveLength(2);
  },
};

export const AtPayment: StoryObj = {
  ...BeforePaying,
  play: async (context) => {
    const { canvas } = context;
    await BeforePaying.play?.(context);
    await userEvent.click(canvas.getByRole('button', { name: 'Continue to payment' }));
    await typeCard(await findForm(canvas));
    await expect(canvas.getByText('Waiting for your card')).toBeVisible();
  },
};
