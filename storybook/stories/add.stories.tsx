import type { Meta } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { findForm, payByCard, typeCard } from '../customer';
import { gateway } from '../fakeSdk';
import type { CheckoutProps } from '../shop/Checkout';
import { checkoutMeta, handlers, type CheckoutStory } from './checkoutMeta';

const meta: Meta<CheckoutProps> = {
  ...checkoutMeta,
  title: 'Card form/Add',
  args: { mode: 'Add', redirect: 'manual', ...handlers() },
};
export default meta;

/** `mode="Add"` saves a card for later. Nothing is charged, and the shop keeps a `cardId`, not a card. */
export const PlainForm: CheckoutStory = {
  play: async ({ canvas }) => {
    await typeCard(await findForm(canvas));
    await expect(gateway().mounts[0]?.mode).toBe('Add');
  },
};

export const DrawnCard: CheckoutStory = {
  args: { options: { theme: 'card' } },
  play: async ({ canvas }) => {
    await typeCard(await findForm(canvas));
    await expect(gateway().mounts[0]).toMatchObject({ mode: 'Add', options: { theme: 'card' } });
  },
};

/** What comes back is masked, and the `cvv` that IOTPay sends along is dropped before the shop could see it. */
export const Saved: CheckoutStory = {
  play: async ({ args, canvas }) => {
    await payByCard(canvas);
    gateway().succeed({ cardId: 'alex-1', holder: 'Alex Tremblay' });
    await expect(await canvas.findByRole('heading', { name: 'Card saved' })).toBeVisible();
    await expect(canvas.getByText('424242******4242')).toBeVisible();
    await expect(args.onSuccess).toHaveBeenCalledWith(
      expect.objectContaining({
        mode: 'Add',
        card: expect.not.objectContaining({ cvv: expect.anything() as unknown }) as unknown,
      }),
    );
  },
};
