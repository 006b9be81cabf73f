import { describe, expect, it, vi } from 'vitest';
import { createIotPay, createNotificationHandler, sign } from '../../../src/server/index';
import { md5 } from '../../../src/server/signing/digest';
import { merchantKey, paidOrder, credentials } from '../gateway/gatewayDouble';
import {
  iotpay,
  listeningHandler,
  post,
  signed,
  sendNotification,
  deliverFields,
} from './notificationDouble';

describe('a genuine notification', () => {
  it('acknowledges a notification as plain text once onPayment has resolved, and not before', async () => {
    let stored: () => void = () => undefined;
    const onPayment = vi.fn(() => new Promise<void>((resolve) => (stored = resolve)));
    const { handler } = listeningHandler({ onPayment });
    const answered = vi.fn();
    const answer = handler.fetch(new Request('https://shop.example/', post(JSON.stringify(signed()))));
    void answer.then(answered);
    await vi.waitFor(() => expect(onPayment).toHaveBeenCalled());
    expect(answered).not.toHaveBeenCalled();
    stored();
    const response = await answer;
    expect([response.status, await response.text()]).toEqual([200, 'success']);
    expect(response.headers.get('content-type')).toBe('text/plain;charset=UTF-8');
  });

  it('acknowledges a notification with the text that the shop chooses', async () => {
    expect(await deliverFields(signed(), { successText: 'SUCCESS' })).toMatchObject({
      status: 200,
      text: 'SUCCESS',
    });
  });

  it('takes a notification with unknown fields', async () => {
    const { payments } = await deliverFields(
      signed({ ...paidOrder, brandNew: 'x', isNew: true, empty: null }),
    );
    expect(payments).toMatchObject([paidOrder]);
  });

  it('takes a notification with numbers as strings, which are hashed as received', async () => {
    const fields = { ...paidOrder, amount: '1500', status: '2', refundable: '0' };
    const { payments } = await deliverFields(signed(fields));
    expect(payments).toEqual([{ ...paidOrder, amount: 1500, status: 2, refundable: 0 }]);
  });

  it.each(['1500.00', '1.5e3', '12345678901234567890', '-0'])(
    'takes a notification with the number %s, which is hashed as received',
    async (number) => {
      const fields = signed({ ...paidOrder, fee: number, note: '"1.5", 2.50' });
      const body = JSON.stringify(fields).replace(`"fee":"${number}"`, `"fee": ${number}`);
      expect(body).toContain(`"fee": ${number}`);
      expect((await sendNotification(body)).payments).toMatchObject([paidOrder]);
    },
  );

  it('keeps a long order number that is sent as a number', async () => {
    const body = JSON.stringify(signed({ ...paidOrder, mchOrderNo: '20240101231256043001' }));
    const { payments } = await sendNotification(
      body.replace('"20240101231256043001"', '20240101231256043001'),
    );
    expect(payments).toMatchObject([{ mchOrderNo: '20240101231256043001' }]);
  });

  it('takes a notification with __proto__ and the like, which are fields like any other', async () => {
    for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
      const fields = JSON.parse(`{"${name}":"x"}`) as Record<string, unknown>;
      for (const [field, value] of Object.entries(paidOrder)) fields[field] = value;
      fields.sign = sign(fields, merchantKey);
      expect((await sendNotification(JSON.stringify(fields))).payments).toMatchObject([paidOrder]);

      const form = new URLSearchParams(Object.entries(fields) as [string, string][]);
      expect((await sendNotification(form.toString())).payments).toMatchObject([paidOrder]);
    }
    expect({}).not.toHaveProperty('x');
  });

  it('never hands on sign or cvv', async () => {
    const { payments } = await deliverFields(signed({ ...paidOrder, cvv: '987', secureId: 'f'.repeat(64) }));
    expect(payments).toEqual([paidOrder]);
  });

  it('takes a notification that is signed in the order that disregards case', async () => {
    const fields = { ...paidOrder, refundAmount: 1 };
    const text = Object.entries(fields)
      .sort(([a], [b]) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1))
      .map(([name, value]) => `${name}=${value}`)
      .join('&');
    const { payments } = await deliverFields({ ...fields, sign: md5(`${text}&key=${merchantKey}`) });
    expect(payments).toMatchObject([paidOrder]);
  });
});

describe('a key that is being rotated', () => {
  const rotating = createIotPay({
    ...credentials,
    merchantKey: ['the new key', merchantKey],
    environment: 'production',
  });

  it('loses no notification while a key is rotated, and tells which key was used', async () => {
    const old = await deliverFields(signed(), { iotpay: rotating });
    const fresh = await deliverFields(signed(paidOrder, 'the new key'), { iotpay: rotating });
    expect([old.status, fresh.status]).toEqual([200, 200]);
    expect([old.keyIndexes, fresh.keyIndexes]).toEqual([[1], [0]]);
  });

  it('accepts no third key while a key is rotated', async () => {
    expect((await deliverFields(signed(paidOrder, 'a third key'), { iotpay: rotating })).status).toBe(401);
  });
});

describe('a payment that the shop cannot store', () => {
  it.each([
    [
      'throws',
      () => {
        throw new Error('out of memory');
      },
    ],
    ['rejects', () => Promise.reject(new Error('out of memory'))],
  ])('answers 500 when onPayment %s, and gives the error to onError alone', async (_, onPayment) => {
    const result = await deliverFields(signed(), { onPayment });
    expect(result).toMatchObject({ status: 500, errors: [{ message: 'out of memory' }], rejections: [] });
    expect(result.text).not.toContain('memory');
    expect(result.text).not.toMatch(/success/i);
  });

  it('answers 500 for a payment that was not stored, whatever onError does', async () => {
    const onPayment = () => Promise.reject(new Error('database down'));
    const onError = () => Promise.reject(new Error('log full'));
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    expect((await deliverFields(signed(), { onPayment, onError })).status).toBe(500);
  });
});

describe('createNotificationHandler', () => {
  it.each([
    { successText: '' },
    { successText: ' ' },
    { bodyLimit: 0 },
    { bodyLimit: NaN },
    { bodyLimit: 1.5 },
  ])('refuses %j', (options) => {
    const create = () =>
      createNotificationHandler({ iotpay, expect: false, onPayment: () => undefined, ...options });
    expect(create).toThrow(expect.objectContaining({ code: 'invalid_config' }));
  });
});
