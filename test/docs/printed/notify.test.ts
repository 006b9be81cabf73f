// notify.test.ts: the route that IOTPay notifies, without a gateway
import { createIotPay, createNotificationHandler } from 'react-iotpay/server';
import { fakeOrder, signedNotification } from 'react-iotpay/testing/server';
import { beforeEach, expect, it, vi } from 'vitest';

const mchId = '10000701';
const merchantKey = 'the key of the tests';
const onPayment = vi.fn();
const notifications = createNotificationHandler({
  iotpay: createIotPay({ environment: 'development', mchId, loginName: 'shop', merchantKey }),
  expect: ({ mchOrderNo }) => (mchOrderNo === 'A-1' ? { amount: 2434 } : undefined),
  onPayment,
  onReject: () => undefined, // no lines on the console
});

async function notify(amount: number, key: string): Promise<string> {
  const body = JSON.stringify(signedNotification(fakeOrder({ mchId, mchOrderNo: 'A-1', amount }), key));
  const request = new Request('https://shop.example/iotpay/notify', { method: 'POST', body });
  return (await notifications.fetch(request)).text();
}

beforeEach(() => void onPayment.mockClear());

it('stores a payment before IOTPay hears that it was taken', async () => {
  expect(await notify(2434, merchantKey)).toBe('success');
  expect(onPayment).toHaveBeenCalledOnce();
});

it.each([
  ['another amount', 1, merchantKey],
  ['a forged signature', 2434, 'another key'],
])('stores nothing for %s', async (_what, amount, key) => {
  expect(await notify(amount, key)).not.toBe('success');
  expect(onPayment).not.toHaveBeenCalled();
});
