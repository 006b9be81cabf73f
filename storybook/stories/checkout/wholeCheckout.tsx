import type { Meta, StoryObj } from '@storybook/react-vite';
import { IotPayCheckout, type IotPayCheckoutProps } from 'react-iotpay';
import { fn } from 'storybook/test';
import { openShop } from '../../fakeShop';
import { WholeCheckout } from '../../shop/WholeCheckout';

export type WholeStory = StoryObj<IotPayCheckoutProps>;

/** What the stories of the whole checkout share: a shop behind `/pay`, and its handlers in the Actions panel. */
export const wholeMeta = {
  component: IotPayCheckout,
  render: (args) => <WholeCheckout {...args} />,
  beforeEach: openShop(),
  parameters: {
    docs: {
      // What a shop writes is the component; the counter around it is the story's.
      source: { transform: (code: string) => code.replaceAll('<WholeCheckout', '<IotPayCheckout') },
    },
  },
  argTypes: { api: { table: { disable: true } } },
} satisfies Meta<IotPayCheckoutProps>;

/** What every story's checkout is given. The handlers show up in the Actions panel. */
export const wholeArgs = () => ({
  url: '/pay',
  request: { cartId: 'PB-1042' },
  onPaid: fn(),
  onDeclined: fn(),
  onError: fn(),
});

/** The customer comes back to this page, as from another tab. */
export function wake(): void {
  window.dispatchEvent(new Event('focus'));
}
