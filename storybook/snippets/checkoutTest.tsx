import { act, render, screen } from '@testing-library/react';
import { installFakeIotPay } from 'react-iotpay/testing';
import { afterEach, expect, it, vi } from 'vitest';
import { Checkout } from './Checkout';

const iotpay = installFakeIotPay({ afterEach }); // no network, and as new for each test

it('never offers to pay again while nobody knows', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json({ secureId: 'a1b2' })));
  const go = vi.fn();

  render(<Checkout cartId="cart-7" go={go} />);
  await screen.findByTitle('Card details');
  expect(iotpay.mounts[0]?.secureId).toBe('a1b2');

  act(() => iotpay.timeout());
  expect(go).toHaveBeenCalledExactlyOnceWith('/confirming');
});
