import { act, render, screen } from '@testing-library/react';
import { IotPayCheckout } from 'react-iotpay';
import { installFakeIotPay } from 'react-iotpay/testing';
import { afterEach, expect, it, vi } from 'vitest';

const iotpay = installFakeIotPay({ afterEach });

it('happy', async () => {
  const views: Record<string, string> = { m1: 'unknown' };
  vi.stubGlobal('fetch', async (url: string, init?: RequestInit) => {
    const base = (no: string) => ({ mchOrderNo: no, outcome: views[no], state: 'open', amount: 2434, currency: 'CAD', refunded: 0 });
    if (url === '/pay/checkout') return Response.json({ ...base('m1'), secureId: 's1', redirectUrl: 'https://x.example' });
    return Response.json(base(url.split('/').at(-1) ?? ''));
  });
  const onPaid = vi.fn();
  render(<IotPayCheckout url="/pay" request={{ cartId: 'c' }} onPaid={onPaid} />);
  await screen.findByTitle('Card details');
  expect(document.body.textContent).toContain('$24.34');
  views.m1 = 'paid';
  await act(async () => iotpay.succeed());
  await screen.findByText('Payment received.');
  expect(onPaid).toHaveBeenCalledTimes(1);
});
