import type { Meta, StoryObj } from '@storybook/react-vite';
import { en } from 'react-iotpay';
import { installFakeIotPay } from 'react-iotpay/testing';
import { expect, waitFor } from 'storybook/test';
import { gateway } from '../fakeSdk';
import { NoSandbox, SandboxCheckout } from '../shop/SandboxCheckout';

/** Where the sandbox's script is, as Storybook's development server says. A static build has no server to ask. */
async function findScript(): Promise<string | null> {
  if (process.env.NODE_ENV === 'production') return null;
  try {
    const answer = await fetch('/sandbox-shop');
    return ((await answer.json()) as { script: string | null }).script;
  } catch {
    return null;
  }
}

/** The same component against `npx iotpay sandbox`: a hosted script and an iframe of another origin, as in production. */
const meta: Meta = { title: 'Sandbox/Card form' };
export default meta;

export const RealIframe: StoryObj = {
  // A missing sandbox is no mistake.
  tags: ['!test'],
  loaders: [async () => ({ script: await findScript() })],
  beforeEach: () => {
    gateway().restore();
    return () => installFakeIotPay().restore();
  },
  render: (_, { loaded }) => {
    const script = loaded.script as string | null;
    return script ? <SandboxCheckout script={script} /> : <NoSandbox />;
  },
  play: async ({ canvas, loaded }) => {
    if (loaded.script) {
      await waitFor(() =>
        expect(canvas.getByRole('group', { name: en.messages.title })).toHaveAttribute(
          'data-status',
          'ready',
        ),
      );
    } else {
      await expect(await canvas.findByText('npx iotpay sandbox')).toBeVisible();
    }
  },
};

export const NotRunning: StoryObj = {
  render: () => <NoSandbox />,
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('npx iotpay sandbox')).toBeVisible();
  },
};
