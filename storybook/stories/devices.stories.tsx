import type { Meta } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { findForm, typeCard } from '../customer';
import type { CheckoutProps } from '../shop/Checkout';
import { checkoutMeta, handlers, type CheckoutStory } from './checkoutMeta';

/** The form takes the width that it is given; the shop's layout decides what stands beside it. */
const meta: Meta<CheckoutProps> = {
  ...checkoutMeta,
  title: 'Card form/Devices',
  args: { redirect: 'manual', ...handlers() },
};
export default meta;

const fits: NonNullable<CheckoutStory['play']> = async ({ canvas }) => {
  await typeCard(await findForm(canvas));
  const { scrollWidth, clientWidth } = document.documentElement;
  await expect(scrollWidth).toBe(clientWidth);
};

export const Phone: CheckoutStory = {
  globals: { viewport: { value: 'phone', isRotated: false } },
  play: fits,
};

export const Desktop: CheckoutStory = {
  globals: { viewport: { value: 'desktop', isRotated: false } },
  play: fits,
};

export const PhoneWithADrawnCard: CheckoutStory = {
  ...Phone,
  args: { options: { theme: 'card' } },
};
