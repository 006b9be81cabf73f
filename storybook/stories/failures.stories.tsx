import type { Meta } from '@storybook/react-vite';
import { en, IotPayProvider } from 'react-iotpay';
import { expect, userEvent, waitFor } from 'storybook/test';
import { findForm, typeCard } from '../customer';
import { gateway } from '../fakeSdk';
import type { CheckoutProps } from '../shop/Checkout';
import { newSecureId } from '../shop/newSecureId';
import { comeBackAnHourLater, mendTheClock } from './anHourLater';
import { checkoutMeta, handlers, type CheckoutStory } from './checkoutMeta';

/**
 * Failures are state, not exceptions: the card shows a message and a retry button by itself. Only where no form of this payment was
 * ever on the page does it say that nothing was charged.
 */
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
    await expect(await canvas.findByRole('alert')).toHaveTextContent(en.messages.notPaid);
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

/**
 * The shop's own server did not give a secureId: `secure_id_failed`, with the reason as `cause`. It may have refused because the order
 * is paid, so the card does not say that nothing was charged.
 */
export const SecureIdFailed: CheckoutStory = {
  beforeEach: ({ args }) => {
    args.request = failsOnce();
  },
  play: async ({ args, canvas }) => {
    await expect(await canvas.findByRole('alert')).toHaveTextContent(en.messages.mayBePaid);
    await expect(canvas.getByRole('button', retry)).toBeEnabled();
    await expect(args.onError).toHaveBeenCalledWith(expect.objectContaining({ code: 'secure_id_failed' }));
  },
};

/** `retry()` asks the server again. */
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

/** A secureId lives for one hour. An untouched card asks for a new one when the customer comes back. */
export const LeftOpenForAnHour: CheckoutStory = {
  beforeEach: () => mendTheClock,
  play: async ({ args, canvas }) => {
    await findForm(canvas);
    comeBackAnHourLater();
    await waitFor(() => expect(gateway().mounts).toHaveLength(2));
    const [first, second] = gateway().mounts;
    await expect(second?.secureId).not.toBe(first?.secureId);
    await typeCard(await findForm(canvas));
    await expect(args.onError).not.toHaveBeenCalled();
  },
};

/** A form that the customer has entered stays, because a payment may be under way in it. */
export const EnteredAnHourAgo: CheckoutStory = {
  beforeEach: () => mendTheClock,
  play: async ({ args, canvas }) => {
    const form = await findForm(canvas);
    await typeCard(form);
    gateway().touch();
    await expect(args.onTouched).toHaveBeenCalledOnce();
    comeBackAnHourLater();
    await expect(canvas.getByRole('group', { name: en.messages.title })).toHaveAttribute(
      'data-status',
      'ready',
    );
    await expect(form.getByLabelText<HTMLInputElement>(/name on card/i).value).toBe('Alex Tremblay');
    await expect(gateway().mounts).toHaveLength(1);
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
