// CardForm.test.tsx: no network, no account, every outcome at your word
import { act, cleanup, render, screen } from '@testing-library/react';
import { installFakeIotPay } from 'react-iotpay/testing';
import { afterEach, beforeEach, expect, it, vi } from 'vitest'; // or what your framework calls them
import { CardForm } from './CardForm';

const iotpay = installFakeIotPay({ afterEach }); // as new for each test
const go = vi.fn();

beforeEach(async () => {
  go.mockClear();
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json({ secureId: 'a1b2' }))); // your server
  render(<CardForm cartId="cart-7" go={go} />);
  await screen.findByTitle('Card details'); // IOTPay’s iframe
});
afterEach(cleanup);

it('pays the order that the server made, and shows a receipt', () => {
  expect(iotpay.mounts).toMatchObject([{ secureId: 'a1b2', mode: 'Pay' }]);
  act(() => iotpay.succeed());
  expect(go).toHaveBeenCalledExactlyOnceWith('/paid');
});

it('offers another card after a decline', () => {
  act(() => iotpay.fail('Insufficient funds'));
  expect(screen.getByRole('alert').textContent).toContain('The card was not accepted.');
  expect(screen.getByRole('button', { name: 'Try another card' })).toBeTruthy();
});

it('never offers to pay again while the outcome is unknown', () => {
  act(() => iotpay.timeout());
  expect(go).toHaveBeenCalledExactlyOnceWith('/confirming');
});
