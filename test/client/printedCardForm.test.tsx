import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { act, render, screen } from '@testing-library/react';
import { StrictMode, type ComponentType } from 'react';
import { expect, it, vi } from 'vitest';
import { installFakeIotPay } from '../../src/testing/index';
import { printedCode } from '../docs/printedCode';

type CardForm = ComponentType<{ cartId: string; go: (path: string) => void }>;

/** The printed form on a page of the shop's own, copied into a file, as a reader would. */
async function copiedForm(): Promise<CardForm> {
  const folder = resolve('.test-results/printedCardForm');
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/CardForm.tsx`, printedCode('CardForm.tsx'));
  return ((await import(/* @vite-ignore */ `${folder}/CardForm.tsx`)) as { CardForm: CardForm }).CardForm;
}

it.each([
  ['succeed', '/paid'],
  ['timeout', '/confirming'],
] as const)('the printed card form goes on when payments %s', async (happen, path) => {
  const CardForm = await copiedForm();
  const iotpay = installFakeIotPay();
  const go = vi.fn();
  const fetch = vi.fn(async () => Response.json({ secureId: 's1', mchOrderNo: 'O-1' }));
  vi.stubGlobal('fetch', fetch);
  render(
    <StrictMode>
      <CardForm cartId={happen} go={go} />
    </StrictMode>,
  );
  await screen.findByTitle('Card details');
  act(() => iotpay[happen]());
  expect(go).toHaveBeenCalledExactlyOnceWith(path);
  expect(fetch).toHaveBeenCalledExactlyOnceWith(
    `/api/checkout/${happen}?declined=`,
    expect.objectContaining({ method: 'POST' }),
  );
  vi.unstubAllGlobals();
  iotpay.restore();
});

it('the printed card form stays where it is after a decline, and takes another card on a new order', async () => {
  const CardForm = await copiedForm();
  const iotpay = installFakeIotPay();
  const go = vi.fn();
  let orders = 0;
  const fetch = vi.fn<(url: string) => Promise<Response>>(async () => {
    orders += 1;
    return Response.json({ secureId: `declined-${orders}`, mchOrderNo: `O-${orders}` });
  });
  vi.stubGlobal('fetch', fetch);
  render(<CardForm cartId="declined" go={go} />);
  await screen.findByTitle('Card details');
  act(() => iotpay.fail());
  act(() => screen.getByRole('button', { name: 'Try another card' }).click());
  await screen.findByTitle('Card details');
  expect(iotpay.mounts.map(({ secureId }) => secureId)).toEqual(['declined-1', 'declined-2']);
  expect(fetch.mock.calls.map(([url]) => url)).toEqual([
    '/api/checkout/declined?declined=',
    '/api/checkout/declined?declined=O-1',
  ]);
  expect(go).not.toHaveBeenCalled();
  vi.unstubAllGlobals();
  iotpay.restore();
});
