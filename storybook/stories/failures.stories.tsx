import type { Meta } from '@storybook/react-vite';
import { en, IotPayProvider } from 'react-iotpay';
import { expect, userEvent } from 'storybook/test';
import { findForm, typeCard } from '../customer';
import { gateway } from '../fakeSdk';
import type { CheckoutProps } from '../shop/Checkout';
import { newSecureId } from '../shop/newSecureId';
import { hurryTheHour } from './hurryTheHour';
import { checkoutMeta, handlers, type CheckoutStory } from './checkoutMeta';

/** Failures are state, not exceptions: the card shows a message and a retry button by itself. None is about money. */
const meta: Meta<CheckoutProps> = {
  ...checkoutMeta,
  title: 'States/Failures',
  args: { redirect: 'manual', ...handlers() },
};
export default meta;

const retry = { name: en.messages.retry };

/** A content blocker, a firewall, no network: `script_unreachable`. The button works again once the way is free. */
export const ScriptBlocked: CheckoutStory = {
  // Automatic retries would only make the reader wait.
  args: { script: { retries: 0 } },
  beforeEach: () => void gateway().blockScript(),
  play: async ({ args, canvas }) => {
    await expect(await canvas.findByRole('alert')).toBeVisible();
    await expect(canvas.getByRole('button', retry)).toBeEnabled();
    await expect(args.onError).toHaveBeenCalledWith(expect.objectContaining({ code: 'script_unreachable' }));
    gateway().blockScript()();
  },
};

export const ScriptBlockedThenRetried: CheckoutStory = {
  ...ScriptBlocked,
  play: async (context) => {
    const { canvas } = context;
    await ScriptBlocked.play?.(context);
    await userEvent.click(canvas.getByRole('button', retry));
    await typeCard(await findForm(canvas));
    await expect(canvas.queryByRole('alert')).toBeNull();
  },
};

/** Fails the first time it is asked, as a shop's server behind a flaky network does. */
function failsOnce(): NonNullable<CheckoutProps['request']> {
  let asked = 0;
  return () => (asked++ ? newSecureId() : Promise.reject(new Error('HTTP 503')));
}

/** The shop's own server did not give a secureId: `secure_id_failed`, with the reason as `cause`. */
export const SecureIdFailed: CheckoutStory = {
  beforeEach: ({ args }) => {
    args.request = failsOnce();
  },
  play: async ({ args, canvas }) => {
    await expect(await canvas.findByRole('alert')).toBeVisible();
    await expect(canvas.getByRole('button', retry)).toBeEnabled();
    await expect(args.onError).toHaveBeenCalledWith(expect.objectContaining({ code: 'secure_id_failed' }));
  },
};

/** `retry()` asks the server again: still one order, as the first request made none. */
export const SecureIdFailedThenRetried: CheckoutStory = {
  ...SecureIdFailed,
  play: async (context) => {
    const { canvas } = context;
    await SecureIdFailed.play?.(context);
    await userEvent.click(canvas.getByRole('button', retry));
    await typeCard(await findForm(canvas));
    await expect(gateway().mounts).toHaveLength(1);
  },
};

/** A form that was left open for an hour. In this story the hour is over in a moment. */
export const Expired: CheckoutStory = {
  beforeEach: () => hurryTheHour(800),
  play: async ({ args, canvas }) => {
    await findForm(canvas);
    await expect(await canvas.findByRole('alert', {}, { timeout: 4000 })).toHaveTextContent(
      en.messages.secure_id_expired ?? '',
    );
    await expect(args.onError).toHaveBeenCalledWith(expect.objectContaining({ code: 'secure_id_expired' }));
  },
};

/** `fallback` as a function shows failures in the shop's own words, by `error.code`. */
export const InTheShopsOwnWords: CheckoutStory = {
  ...ScriptBlocked,
  render: (args) => (
    <IotPayProvider messages={{ title: 'Carte' }}>{checkoutMeta.render(args)}</IotPayProvider>
  ),
  args: {
    ...ScriptBlocked.args,
    fallback: (state) =>
      state.status === 'loading' ? (
        <p role="status">One moment…</p>
      ) : (
        <div role="alert" className="own-failure">
          <p>
            <strong>The card form can’t get through.</strong> A content blocker may hold it back. You can also
            call us at 514 555-0142: we keep your order for a day.
          </p>
          <button type="button" onClick={state.retry}>
            Ask once more
          </button>
        </div>
      ),
  },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText(/can’t get through/)).toBeVisible();
    gateway().blockScript()();
    await expect(canvas.getByRole('button', { name: 'Ask once more' })).toBeEnabled();
  },
};
