import type { Meta, StoryObj } from '@storybook/react-vite';
import { useSyncExternalStore, type ReactElement } from 'react';
import { expect, fn, userEvent } from 'storybook/test';
import { payByCard } from '../customer';
import { gateway } from '../fakeSdk';
import { RedirectShop, type RedirectShopProps } from '../shop/RedirectShop';

/** The shop's return page is a `#` of the story's own URL: the redirect is a real one, and stays in the story. */
const returnUrl = () =>
  `${location.href.replace(/#.*/, '')}#/thanks?retCode=SUCCESS&status=2&mchOrderNo=PB-1042`;

function forgetHash(): void {
  history.replaceState(history.state, '', location.pathname + location.search);
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}

function Routed(props: Omit<RedirectShopProps, 'hash'>): ReactElement {
  return <RedirectShop {...props} hash={useSyncExternalStore(subscribe, () => location.hash)} />;
}

/**
 * IOTPay may name a page to go to next: the merchant's `returnUrl` with the result in its query. That query proves nothing,
 * so the page it opens asks the shop's server.
 */
const meta: Meta<RedirectShopProps> = {
  title: 'States/Redirects',
  render: (args) => <Routed {...args} />,
  args: { onSuccess: fn(), onError: fn() },
  beforeEach: () => {
    forgetHash();
    return forgetHash;
  },
};
export default meta;

type RedirectStory = StoryObj<RedirectShopProps>;

/** The default: the shop has a handler for this outcome, so it decides where the customer goes, and the library follows nothing. */
export const Handled: RedirectStory = {
  play: async ({ args, canvas }) => {
    await payByCard(canvas);
    gateway().succeed({ amount: 3766, redirectUrl: returnUrl() });
    await expect(await canvas.findByRole('heading', { name: 'Thank you' })).toBeVisible();
    await expect(args.onSuccess).toHaveBeenCalledOnce();
    await expect(location.hash).toBe('');
  },
};

/** `redirect="auto"`: once `onSuccess` is done (and its promise, for at most 10 s) the URL is followed, if it is https. */
export const Auto: RedirectStory = {
  args: { redirect: 'auto' },
  play: async ({ args, canvas }) => {
    await payByCard(canvas);
    gateway().succeed({ amount: 3766, redirectUrl: returnUrl() });
    await expect(await canvas.findByRole('heading', { name: 'The return page' })).toBeVisible();
    await expect(args.onSuccess).toHaveBeenCalledOnce();
  },
};

/** `redirect="manual"` leaves it to the shop, here as a link under its own receipt. */
export const Manual: RedirectStory = {
  parameters: { stage: () => gateway().succeed({ amount: 3766, redirectUrl: returnUrl() }) },
  args: { redirect: 'manual' },
  play: async ({ canvas }) => {
    await payByCard(canvas);
    gateway().succeed({ amount: 3766, redirectUrl: returnUrl() });
    await expect(await canvas.findByRole('link', { name: 'Follow your order' })).toBeVisible();
    await expect(location.hash).toBe('');
  },
};

export const ManualThenFollowed: RedirectStory = {
  args: { redirect: 'manual' },
  play: async (context) => {
    const { canvas } = context;
    await Manual.play?.(context);
    await userEvent.click(canvas.getByRole('link', { name: 'Follow your order' }));
    await expect(await canvas.findByRole('heading', { name: 'The return page' })).toBeVisible();
  },
};

/** `javascript:`, `data:`, `//host`: never followed. The payment stands; `onError` hears `redirect_refused`. */
export const Refused: RedirectStory = {
  args: { redirect: 'auto' },
  play: async ({ args, canvas }) => {
    await payByCard(canvas);
    gateway().succeed({ amount: 3766, redirectUrl: 'javascript:alert(1)' });
    await expect(await canvas.findByText('redirect_refused')).toBeVisible();
    await expect(args.onError).toHaveBeenCalledWith(expect.objectContaining({ code: 'redirect_refused' }));
  },
};
