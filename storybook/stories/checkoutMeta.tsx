import type { Meta, StoryObj } from '@storybook/react-vite';
import { fn } from 'storybook/test';
import { Checkout, type CheckoutProps } from '../shop/Checkout';

export type CheckoutStory = StoryObj<CheckoutProps>;

/** What the stories of the card form share: a whole checkout around it, and its handlers in the Actions panel. */
export const checkoutMeta = {
  component: Checkout,
  render: (args) => <Checkout {...args} />,
  parameters: {
    docs: {
      // What a shop writes is the card; the checkout around it is the story's.
      source: { transform: (code: string) => code.replaceAll('<Checkout', '<IotPayCard secureId={session}') },
    },
  },
  argTypes: {
    request: { table: { disable: true } },
    mode: { control: 'inline-radio', options: ['Pay', 'Add'] },
    redirect: { control: 'inline-radio', options: ['auto', 'manual'] },
  },
} satisfies Meta<CheckoutProps>;

/** Handlers that show up in the Actions panel. */
export const handlers = () => ({
  onReady: fn(),
  onTouched: fn(),
  onSuccess: fn(),
  onFail: fn(),
  onTimeout: fn(),
  onError: fn(),
  onIgnoredOutcome: fn(),
});
