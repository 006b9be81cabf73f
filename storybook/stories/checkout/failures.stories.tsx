import type { Meta } from '@storybook/react-vite';
import { en, type IotPayCheckoutProps } from 'react-iotpay';
import { expect, userEvent } from 'storybook/test';
import { findForm, typeCard } from '../../customer';
import { shop } from '../../fakeShop';
import { wholeArgs, wholeMeta, type WholeStory } from './wholeCheckout';

/** Failures are state: a message that is true, and a button that works. */
const meta: Meta<IotPayCheckoutProps> = { ...wholeMeta, title: 'Checkout/Failures', args: wholeArgs() };
export default meta;

const { messages } = en;
const retry = { name: messages.retry };
const hosted = { name: 'Pay on IOTPay’s page' };

/**
 * A content blocker holds IOTPay's script back. No form of this order was on the page, so IOTPay's own page can take the payment: it is
 * the same order, and IOTPay sends the customer back to the shop.
 */
export const ScriptBlocked: WholeStory = {
  // Automatic retries would only make the reader wait.
  args: { script: { retries: 0 } },
  beforeEach: () => void shop().iotpay.blockScript(),
  play: async ({ args, canvas }) => {
    await expect(await canvas.findByRole('alert')).toHaveTextContent(messages.mayBePaid);
    await expect(canvas.getByRole('link', hosted)).toHaveAttribute(
      'href',
      expect.stringMatching(/^https:\/\/ccapi\.iotpaycloud\.com\/cc\/purchase\?key=/),
    );
    await expect(args.onError).toHaveBeenCalledWith(expect.objectContaining({ code: 'script_unreachable' }));
    shop().iotpay.blockScript()();
  },
};

export const ScriptBlockedThenRetried: WholeStory = {
  ...ScriptBlocked,
  play: async (context) => {
    const { canvas } = context;
    await ScriptBlocked.play?.(context);
    await userEvent.click(canvas.getByRole('button', retry));
    await typeCard(await findForm(canvas));
    await expect(canvas.queryByRole('link', hosted)).toBeNull();
    await expect(shop().orders).toHaveLength(1);
  },
};

/** The shop's server is away. It may have opened an order before, so the page does not say whether it was paid. */
export const ServerAway: WholeStory = {
  beforeEach: () => shop().refuseNext({ status: 502, code: 'gateway_silent' }),
  play: async ({ args, canvas }) => {
    await expect(await canvas.findByRole('alert')).toHaveTextContent(messages.mayBePaid);
    await expect(args.onError).toHaveBeenCalledOnce();
    await userEvent.click(canvas.getByRole('button', retry));
    await typeCard(await findForm(canvas));
  },
};

/** The answer to the checkout is lost on its way. Trying again gets the same order. */
export const AnswerLost: WholeStory = {
  beforeEach: () => shop().loseNextAnswer(),
  play: async ({ canvas }) => {
    await canvas.findByRole('alert');
    await userEvent.click(canvas.getByRole('button', retry));
    await findForm(canvas);
    await expect(shop().orders).toHaveLength(1);
  },
};
