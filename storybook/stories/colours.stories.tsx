import type { Meta } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { findForm, typeCard } from '../customer';
import { gateway } from '../fakeSdk';
import type { CheckoutProps } from '../shop/Checkout';
import { checkoutMeta, handlers, type CheckoutStory } from './checkoutMeta';

const meta: Meta<CheckoutProps> = {
  ...checkoutMeta,
  title: 'Card form/Colours',
  args: { redirect: 'manual', ...handlers() },
};
export default meta;

export const Light: CheckoutStory = {
  globals: { scheme: 'light' },
  args: { options: { darkMode: false } },
  play: async ({ canvas }) => {
    await typeCard(await findForm(canvas));
    await expect(gateway().mounts[0]?.options?.darkMode).toBe(false);
  },
};

export const Dark: CheckoutStory = {
  globals: { scheme: 'dark' },
  args: { options: { darkMode: true } },
  play: async ({ canvas }) => {
    await typeCard(await findForm(canvas));
    await expect(gateway().mounts[0]?.options?.darkMode).toBe(true);
  },
};

/**
 * `darkMode: 'auto'` is this library's own: IOTPay's script is told what the customer's system prefers when the form opens. An open
 * form keeps its colours, because the script can't change them without losing what was typed.
 */
export const Auto: CheckoutStory = {
  globals: { scheme: 'system' },
  args: { options: { darkMode: 'auto' } },
  play: async ({ canvas }) => {
    await typeCard(await findForm(canvas));
    const prefersDark = matchMedia('(prefers-color-scheme: dark)').matches;
    await expect(gateway().mounts.at(-1)?.options?.darkMode).toBe(prefersDark);
  },
};

export const DarkDrawnCard: CheckoutStory = {
  globals: { scheme: 'dark' },
  args: { options: { darkMode: true, theme: 'card' } },
  play: async ({ canvas }) => {
    await typeCard(await findForm(canvas));
    await expect(gateway().mounts[0]?.options).toMatchObject({ darkMode: true, theme: 'card' });
  },
};
