import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, within } from 'storybook/test';
import { findForm, typeCard } from '../../customer';
import { ModalCheckout } from '../../examples/ModalCheckout';
import modalCheckout from '../../examples/ModalCheckout.tsx?raw';
import { gateway } from '../../fakeSdk';
import { answerCalls } from '../../shop/answerCalls';
import { example, order } from './example';

const meta: Meta = { title: 'Custom UI/Dialog' };
export default meta;

export const Open: StoryObj = {
  ...example({
    shop: { name: 'Le Moulin Lacorne', trade: 'Concerts by the water' },
    title: 'Chamber music at the mill',
    lede: 'Three quartets, one interval, hot cider.',
    points: {
      '<dialog>': 'The keyboard stays inside, Escape leaves.',
      containerProps: 'The form keeps what was typed while the dialog is closed.',
      'key: seat-C14': 'Opened twice, it is still one order.',
    },
    checkout: <ModalCheckout />,
    source: modalCheckout,
  }),
  beforeEach: () => answerCalls({ 'POST /api/seats/C14': order }),
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Buy this seat' }));
    const dialog = within(await canvas.findByRole('dialog', { name: /Seat C14/ }));
    await typeCard(await findForm(dialog));
    await expect(gateway().mounts).toHaveLength(1);
  },
};

export const ClosedAndOpenedAgain: StoryObj = {
  ...Open,
  play: async (context) => {
    const { canvas } = context;
    await Open.play?.(context);
    await userEvent.click(canvas.getByRole('button', { name: 'Not now' }));
    await userEvent.click(canvas.getByRole('button', { name: 'Buy this seat' }));
    await expect(gateway().mounts).toHaveLength(1);
    gateway().succeed();
    await expect(await canvas.findByText(/Seat C14 is yours/)).toBeVisible();
  },
};
