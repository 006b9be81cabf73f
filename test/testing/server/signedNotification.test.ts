import { createIotPay, createNotificationHandler, IotPayError } from 'react-iotpay/server';
import { fakeOrder, signedNotification } from 'react-iotpay/testing/server';
import { beforeEach, expect, it, vi } from 'vitest';

const merchant = { mchId: '10000701', loginName: 'shop', merchantKey: 'a test’s own key' };
const order = fakeOrder({ mchId: merchant.mchId, mchOrderNo: 'O-1', amount: 2434 });

const onPayment = vi.fn();
const notifications = createNotificationHandler({
  iotpay: createIotPay({ environment: 'development', ...merchant }),
  expect: ({ mchOrderNo }) => (mchOrderNo === 'O-1' ? { amount: 2434 } : undefined),
  onPayment,
});

beforeEach(() => onPayment.mockClear());

const post = (body: string, type: string) =>
  notifications.fetch(
    new Request('https://shop.example/notify', { method: 'POST', body, headers: { 'Content-Type': type } }),
  );

it('makes a notification that the shop’s own handler accepts, in JSON and as a form', async () => {
  const message = signedNotification(order, merchant.merchantKey);
  const form = new URLSearchParams(Object.entries(message).map(([name, value]) => [name, String(value)]));
  const answers = [
    await post(JSON.stringify(message), 'application/json'),
    await post(form.toString(), 'application/x-www-form-urlencoded'),
  ];
  for (const answer of answers) expect(await answer.text()).toBe('success');
  expect(onPayment).toHaveBeenCalledTimes(2);
  expect(onPayment).toHaveBeenCalledWith(order, expect.anything());
});

it('makes a forged notification with another key', async () => {
  const message = signedNotification(order, 'another key');
  expect((await post(JSON.stringify(message), 'application/json')).status).toBeGreaterThanOrEqual(400);
  expect(onPayment).not.toHaveBeenCalled();
});

it('refuses a blank key', () => {
  expect(() => signedNotification(order, ' ')).toThrow(IotPayError);
});
