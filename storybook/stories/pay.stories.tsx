import type { Meta } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { findForm, payByCard, typeCard } from '../customer';
import { gateway } from '../fakeSdk';
import type { CheckoutProps } from '../shop/Checkout';
import { checkoutMeta, handlers, type CheckoutStory } from './checkoutMeta';

const meta: Meta<CheckoutProps> = {
  ...checkoutMeta,
  title: 'Card form/Pay',
  args: { mode: 'Pay', redirect: 'manual', ...handlers() },
};
export default meta;

/** IOTPay's form as it comes. It is drawn in IOTPay's own iframe: the shop never sees a card number. */
export const PlainForm: CheckoutStory = {
  play: async ({ args, canvas, step }) => {
    const form = await findForm(canvas);
    await expect(args.onReady).toHaveBeenCalledOnce();
    await step('The customer types the card', () => typeCard(form));
    await expect(gateway().mounts).toHaveLength(1);
    await expect(gateway().mounts[0]?.mode).toBe('Pay');
  },
};

/** With `options={{ theme: 'card' }}` IOTPay draws a card to fill in. */
export const DrawnCard: CheckoutStory = {
  args: { options: { theme: 'card' } },
  play: async ({ canvas }) => {
    await typeCard(await findForm(canvas));
    await expect(gateway().mounts[0]?.options?.theme).toBe('card');
  },
};

/** From the first keystroke to the receipt. */
export const Paid: CheckoutStory = {
  play: async ({ args, canvas, step }) => {
    await step('The customer pays', () => payByCard(canvas));
    await step('The gateway accepts', async () => {
      gateway().succeed({ amount: 3766, mchOrderNo: 'PB-1042' });
      await expect(await canvas.findByRole('heading', { name: 'Thank you' })).toBeVisible();
    });
    await expect(canvas.getByText('Paid')).toBeVisible();
    await expect(args.onSuccess).toHaveBeenCalledOnce();
  },
};
