import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent } from 'storybook/test';
import { findForm, payByCard } from '../../customer';
import { StatusTimeline } from '../../examples/StatusTimeline';
import statusTimeline from '../../examples/StatusTimeline.tsx?raw';
import { gateway } from '../../fakeSdk';
import { answerCalls } from '../../shop/answerCalls';
import { example, order } from './example';

const meta: Meta = { title: 'Custom UI/Status timeline' };
export default meta;

const timeline = example({
  shop: { name: 'Vélo Rosemont', trade: 'Bicycle workshop' },
  title: 'Repair 77: one bicycle',
  lede: 'New chain, new tape, wheels made true.',
  points: {
    status: 'loading, ready, settled, failed: each moves a mark.',
    outcome: 'What the bank said, for the customer’s eyes.',
    'GET /api/repairs/…': 'What is true: the server asks the gateway.',
  },
  checkout: <StatusTimeline />,
  source: statusTimeline,
});

const repairs = (state: string) => () =>
  answerCalls({ 'POST /api/repairs': order, 'GET /api/repairs/SB-77': () => ({ state }) });

export const TheBankDecides: StoryObj = {
  ...timeline,
  beforeEach: repairs('paid'),
  play: async ({ canvas }) => {
    await payByCard(canvas);
    await expect(canvas.getByText('Your bank decides')).toHaveAttribute('data-mark', 'now');
  },
};

/** The form gave up, and the server found out that the payment had gone through. A second try would have been a second payment. */
export const UnknownThenPaid: StoryObj = {
  ...timeline,
  beforeEach: repairs('paid'),
  play: async ({ canvas }) => {
    await payByCard(canvas);
    gateway().timeout();
    await expect(await canvas.findByText(/has not answered/)).toHaveAttribute('data-mark', 'now');
    await expect(await canvas.findByText(/checked with the gateway/, {}, { timeout: 3000 })).toBeVisible();
    await expect(canvas.queryByText(/has not answered/)).toBeNull();
    await expect(canvas.getByText(/ready from Thursday/)).toBeVisible();
  },
};

export const Unknown: StoryObj = {
  ...timeline,
  parameters: { ...timeline.parameters, stage: () => gateway().timeout() },
  beforeEach: repairs('open'),
  play: async ({ canvas }) => {
    await payByCard(canvas);
    gateway().timeout();
    await expect(await canvas.findByText(/has not answered/)).toHaveAttribute('data-mark', 'now');
    await expect(canvas.queryByRole('button')).toBeNull();
  },
};

/** The form gave up, and the server found out that nothing was paid. Only now there is another try, with a key and an order of its own. */
export const UnknownThenNotPaid: StoryObj = {
  ...timeline,
  beforeEach: () => {
    let orders = 76;
    return answerCalls({
      'POST /api/repairs': async () => ({ ...(await order()), mchOrderNo: `SB-${++orders}` }),
      'GET /api/repairs/SB-77': () => ({ state: 'failed' }),
      'GET /api/repairs/SB-78': () => ({ state: 'paid' }),
    });
  },
  play: async ({ canvas }) => {
    await payByCard(canvas);
    gateway().timeout();
    await expect(await canvas.findByText(/has not answered/)).toBeVisible();
    await expect(canvas.queryByRole('button')).toBeNull();
    await userEvent.click(await canvas.findByRole('button', { name: 'Try again' }, { timeout: 3000 }));
    await findForm(canvas);
    await expect(gateway().mounts).toHaveLength(2);
  },
};
