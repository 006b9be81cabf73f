import type { Meta } from '@storybook/react-vite';
import { useEffect, useState, type ReactElement } from 'react';
import { en } from 'react-iotpay';
import { expect } from 'storybook/test';
import { findForm, typeCard } from '../customer';
import { gateway } from '../fakeSdk';
import type { CheckoutProps } from '../shop/Checkout';
import { checkoutMeta, handlers, type CheckoutStory } from './checkoutMeta';

const meta: Meta<CheckoutProps> = {
  ...checkoutMeta,
  title: 'States/Loading',
  args: { redirect: 'manual', ...handlers() },
};
export default meta;

/** The script, the secureId or the form is on its way: announced politely, and `data-status="loading"`. */
export const Loading: CheckoutStory = {
  args: { request: () => new Promise(() => undefined) },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('status')).toHaveTextContent(en.messages.loading);
    await expect(canvas.getByRole('group')).toHaveAttribute('data-status', 'loading');
    await expect(gateway().calls).toBe(0);
  },
};

function Patience(): ReactElement {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), 900);
    return () => clearTimeout(timer);
  }, []);
  return (
    <p role="status">
      {isLong ? 'Still fetching the card form. Nothing is lost.' : 'Fetching the card form…'}
    </p>
  );
}

/** A script that takes two seconds, and a `fallback` of the shop's own that says more as time goes by. */
export const Slow: CheckoutStory = {
  args: { fallback: <Patience /> },
  beforeEach: () => gateway().delayScript(2000),
  play: async ({ canvas }) => {
    await expect(await canvas.findByText(/fetching the card form…/i)).toBeVisible();
    await expect(await canvas.findByText(/nothing is lost/i, {}, { timeout: 2500 })).toBeVisible();
    await typeCard(await findForm(canvas));
    await expect(canvas.queryByText(/nothing is lost/i)).toBeNull();
  },
};

/** A `fallback` can be the form's own outline, so that nothing jumps when it comes. */
export const Outline: CheckoutStory = {
  args: {
    request: () => new Promise(() => undefined),
    fallback: (
      <div className="outline" role="status" aria-label={en.messages.loading}>
        <span />
        <span />
        <span />
        <span />
        <span />
      </div>
    ),
  },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('status', { name: en.messages.loading })).toBeVisible();
  },
};
