import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { act, render, screen } from '@testing-library/react';
import { StrictMode, type ComponentType } from 'react';
import { expect, it, vi } from 'vitest';
import { installFakeIotPay } from '../../src/testing/index';
import { readmeBlock } from '../readmeBlock';

type Checkout = ComponentType<{ cartId: string; go: (path: string) => void }>;

/** The README's checkout, copied into a file, as a reader would. */
async function copiedCheckout(): Promise<Checkout> {
  const folder = resolve('.test-results/readme');
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/Checkout.tsx`, readmeBlock('Checkout.tsx'));
  return ((await import(/* @vite-ignore */ `${folder}/Checkout.tsx`)) as { Checkout: Checkout }).Checkout;
}

it.each([
  ['succeed', '/paid'],
  ['timeout', '/confirming'],
] as const)('the README’s checkout goes on when payments %s', async (happen, path) => {
  const Checkout = await copiedCheckout();
  const iotpay = installFakeIotPay();
  const go = vi.fn();
  const fetch = vi.fn(async () => Response.json({ secureId: 's1', mchOrderNo: 'O-1' }));
  vi.stubGlobal('fetch', fetch);
  render(
    <StrictMode>
      <Checkout cartId={happen} go={go} />
    </StrictMode>,
  );
  await screen.findByTitle('Card details');
  act(() => iotpay[happen]());
  expect(go).toHaveBeenCalledExactlyOnceWith(path);
  expect(fetch).toHaveBeenCalledExactlyOnceWith(
    `/api/checkout/${happen}`,
    expect.objectContaining({ method: 'POST' }),
  );
  vi.unstubAllGlobals();
  iotpay.restore();
});

it('the README’s checkout stays where it is after a decline, and takes another card on a new order', async () => {
  const Checkout = await copiedCheckout();
  const iotpay = installFakeIotPay();
  const go = vi.fn();
  let orders = 0;
  const fetch = vi.fn(async () => Response.json({ secureId: `declined-${++orders}` }));
  vi.stubGlobal('fetch', fetch);
  render(<Checkout cartId="declined" go={go} />);
  await screen.findByTitle('Card details');
  act(() => iotpay.fail());
  act(() => screen.getByRole('button', { name: 'Try another card' }).click());
  await screen.findByTitle('Card details');
  expect(iotpay.mounts.map(({ secureId }) => secureId)).toEqual(['declined-1', 'declined-2']);
  expect(go).not.toHaveBeenCalled();
  vi.unstubAllGlobals();
  iotpay.restore();
});
