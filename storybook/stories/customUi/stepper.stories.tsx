import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor } from 'storybook/test';
import { findForm, payByCard, typeCard } from '../../customer';
import { StepperCheckout } from '../../examples/StepperCheckout';
import stepperCheckout from '../../examples/StepperCheckout.tsx?raw';
import { gateway } from '../../fakeSdk';
import { answerCalls } from '../../shop/answerCalls';
import { example, order } from './example';

const meta: Meta = { title: 'Custom UI/Stepper' };
export default meta;

export const FromAddressToReceipt: StoryObj = {
  ...example({
    shop: { name: 'Lumen et fils', trade: 'Lamps, mended and made' },
    title: 'A lamp, delivered',
    lede: 'Sent from the workshop in two days.',
    points: {
      'useIotPayScript()': 'The script comes while the address is typed.',
      'useSecureId(…, { key })': 'The order is made at the second step, once per address.',
      'retry()': 'After a decline: a new order for a new try.',
      onTouched: 'Once the customer is in the form, there is no way back to another order.',
    },
    checkout: <StepperCheckout />,
    source: stepperCheckout,
  }),
  beforeEach: () => answerCalls({ 'POST /api/orders': order }),
  play: async ({ canvas, step }) => {
    await step('Delivery', async () => {
      await userEvent.type(await canvas.findByLabelText('Name'), 'Alex Tremblay');
      await userEvent.type(canvas.getByLabelText('Street'), '12 rue Rachel');
      await userEvent.type(canvas.getByLabelText('City'), 'Montréal');
      await expect(gateway().calls).toBe(0);
      await userEvent.click(canvas.getByRole('button', { name: 'Continue to payment' }));
    });
    await step('Payment, declined at first', async () => {
      await payByCard(canvas);
      gateway().fail();
      await userEvent.click(await canvas.findByRole('button', { name: 'Try another card' }));
    });
    await step('Payment', async () => {
      await waitFor(() => expect(gateway().mounts).toHaveLength(2));
      await payByCard(canvas);
      gateway().succeed();
    });
    await expect(await canvas.findByText(/Thank you, Alex Tremblay/)).toBeVisible();
  },
};

/** The second step, before anything is paid. */
export const AtPayment: StoryObj = {
  ...FromAddressToReceipt,
  play: async ({ canvas }) => {
    await userEvent.type(await canvas.findByLabelText('Name'), 'Alex Tremblay');
    await userEvent.type(canvas.getByLabelText('Street'), '12 rue Rachel');
    await userEvent.type(canvas.getByLabelText('City'), 'Montréal{Enter}');
    await typeCard(await findForm(canvas));
    gateway().touch();
    await waitFor(() => expect(canvas.queryByRole('button', { name: 'Back to delivery' })).toBeNull());
  },
};
