import type { Meta, StoryObj } from '@storybook/react-vite';
import { en, IotPayReturn } from 'react-iotpay';
import { expect, fn, userEvent } from 'storybook/test';
import { OrderStatus } from '../../examples/OrderStatus';
import orderStatus from '../../examples/OrderStatus.tsx?raw';
import { openShop, shop } from '../../fakeShop';
import { Counter } from '../../shop/Counter';
import { example } from '../customUi/example';

const onPaid = fn();
const onFailed = fn();

/** The customer has opened an order, on this page or another. */
async function openOrder(): Promise<void> {
  await fetch('/pay/checkout', { method: 'POST', body: '{}' });
}

/**
 * `IotPayReturn` stands on the page behind `returnTo`, where IOTPay's own page sends customers back to. It takes the order's number from
 * the address, and nothing else: the shop's server says whether it is paid. `useIotPayOrder` is the same without markup.
 */
const meta: Meta = {
  title: 'Checkout/Following an order',
  tags: ['ci'],
  beforeEach: [
    openShop({ amount: 4200 }),
    openOrder,
    () => void [onPaid, onFailed].map((mock) => mock.mockClear()),
  ],
};
export default meta;

const { messages } = en;

export const ReturnUndecided: StoryObj = {
  render: () => (
    <Counter title="Thank you for your order">
      <IotPayReturn url="/pay" mchOrderNo="ORDER1" onPaid={onPaid} onFailed={onFailed} />
    </Counter>
  ),
  parameters: {
    controls: { disable: true },
    docs: { source: { code: '<IotPayReturn url="/pay" onPaid={emptyCart} />', language: 'tsx' } },
  },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText(messages.confirming)).toBeVisible();
    await expect(canvas.queryByRole('button')).toBeNull();
  },
};

export const ReturnPaid: StoryObj = {
  ...ReturnUndecided,
  beforeEach: () => shop().settle('paid'),
  play: async ({ canvas }) => {
    await expect(await canvas.findByText(messages.paid)).toBeVisible();
    await expect(canvas.getByText('$42.00')).toBeVisible();
    await expect(onPaid).toHaveBeenCalledOnce();
  },
};

export const ReturnFailed: StoryObj = {
  ...ReturnUndecided,
  beforeEach: () => shop().settle('failed'),
  play: async ({ canvas }) => {
    await expect(await canvas.findByText(new RegExp(messages.notPaid))).toBeVisible();
    await expect(onFailed).toHaveBeenCalledOnce();
    await expect(onPaid).not.toHaveBeenCalled();
  },
};

export const OwnWords: StoryObj = {
  ...example({
    shop: { name: 'La Brouette', trade: 'Vegetables by bicycle' },
    title: 'Order ORDER1',
    lede: 'A basket of vegetables, picked on Thursday.',
    points: {
      'useIotPayOrder()': 'Follows an order, with growing pauses, while the page is visible.',
      unknown: 'Nobody knows yet, or the server did not answer. It is asked again.',
      'refresh()': 'Asks at once.',
    },
    checkout: <OrderStatus mchOrderNo="ORDER1" />,
    source: orderStatus,
  }),
  play: async ({ canvas }) => {
    await expect(await canvas.findByText(/has not answered yet/)).toBeVisible();
    shop().settle('paid');
    await userEvent.click(canvas.getByRole('button', { name: 'Ask now' }));
    await expect(await canvas.findByText(/We are packing/)).toBeVisible();
  },
};
