import { describe, expect, it, vi } from 'vitest';
import { createNotificationHandler, type ExpectedOrder } from '../../../src/server/index';
import { paidOrder } from '../gateway/gatewayDouble';
import { iotpay, signed, sendNotification, deliverFields } from './notificationDouble';

describe('expect', () => {
  const expecting = (expected: ExpectedOrder | null | undefined) => ({ expect: () => expected });

  it.each<[string, ExpectedOrder]>([
    ['amount', { amount: 1999 }],
    ['amount and currency', { amount: 1999, currency: 'CAD' }],
    ['all three', { amount: 1999, currency: 'CAD', mchOrderNo: 'A-1' }],
  ])('lets a payment through that equals the order: %s', async (_, expected) => {
    expect(await deliverFields(signed(), expecting(expected))).toMatchObject({
      status: 200,
      payments: [paidOrder],
    });
  });

  it.each<[string, ExpectedOrder, object]>([
    ['amount', { amount: 2000 }, {}],
    ['amount', { amount: 1999 }, { amount: undefined }],
    ['currency', { amount: 1999 }, { currency: 'USD' }],
    ['currency', { amount: 1999, currency: 'USD' }, {}],
    ['currency', { amount: 1999 }, { currency: undefined }],
    ['mchOrderNo', { amount: 1999, mchOrderNo: 'B-2' }, {}],
  ])('turns away another %s', async (field, expected, change) => {
    const result = await deliverFields(signed({ ...paidOrder, ...change }), expecting(expected));
    expect(result).toMatchObject({ status: 409, payments: [], rejections: [{ reason: 'order_mismatch' }] });
    expect(result.rejections[0]?.message).toContain(field);
    expect(result.rejections[0]?.order).toMatchObject({ payOrderId: paidOrder.payOrderId });
  });

  it.each([null, undefined])('turns away an order that the shop does not know (%s)', async (nothing) => {
    expect(await deliverFields(signed(), expecting(nothing))).toMatchObject({
      status: 404,
      payments: [],
      rejections: [{ reason: 'unknown_order' }],
    });
  });

  it('asks expect only about signed notifications', async () => {
    const expectOrder = vi.fn(() => ({ amount: 1 }));
    await deliverFields({ ...signed(), amount: 1 }, { expect: expectOrder });
    expect(expectOrder).not.toHaveBeenCalled();
  });

  it('waits for an async expect, and answers 500 when it fails, so that the notification comes again', async () => {
    expect((await deliverFields(signed(), { expect: () => Promise.resolve({ amount: 1999 }) })).status).toBe(
      200,
    );
    const failing = await deliverFields(signed(), {
      expect: () => Promise.reject(new Error('database down')),
    });
    expect(failing).toMatchObject({
      status: 500,
      payments: [],
      rejections: [],
      errors: [{ message: 'database down' }],
    });
  });

  it.each<[string, ExpectedOrder]>([
    ['a text, as pg gives a bigint column', { amount: '1999' }],
    ['a bigint', { amount: 1999n }],
    ['a currency in lower case', { amount: 1999, currency: 'cad' }],
  ])('takes the values of a database from expect: %s', async (_, expected) => {
    expect(await deliverFields(signed(), expecting(expected))).toMatchObject({
      status: 200,
      payments: [paidOrder],
    });
  });

  it.each<[string, unknown, string]>([
    ['no amount', {}, 'invalid_amount'],
    ['an amount of null', { amount: null }, 'invalid_amount'],
    ['dollars', { amount: 19.99 }, 'invalid_amount'],
    ['a text that may be dollars', { amount: '1999.00' }, 'invalid_amount'],
    ['an empty text', { amount: '' }, 'invalid_amount'],
    ['NaN', { amount: NaN }, 'invalid_amount'],
    ['a negative amount', { amount: -1999 }, 'invalid_amount'],
    ['more digits than a number keeps', { amount: '9007199254740993' }, 'invalid_amount'],
    ['a list of rows', [{ amount: 1999 }], 'invalid_config'],
    ['the amount alone', 1999, 'invalid_config'],
    ['true', true, 'invalid_config'],
    ['a currency that is no text', { amount: 1999, currency: 124 }, 'invalid_config'],
    ['an mchOrderNo that is no text', { amount: 1999, mchOrderNo: 1 }, 'invalid_config'],
  ])(
    'calls %s from expect a mistake of the shop, and no reason to turn the gateway away',
    async (_, found, code) => {
      const result = await deliverFields(signed(), { expect: () => found as ExpectedOrder });
      expect(result).toMatchObject({ status: 500, payments: [], rejections: [], errors: [{ code }] });
      expect((result.errors[0] as Error).message).toContain('expect');
    },
  );

  it('does not take two missing amounts for equal', async () => {
    const unpriced = signed({ ...paidOrder, amount: undefined });
    const result = await deliverFields(unpriced, { expect: () => ({}) as ExpectedOrder });
    expect(result).toMatchObject({ status: 500, payments: [] });
  });

  it.each(['JSON', 'a form'])('takes 1999.00 in %s for 1999 cents, and hands on 1999', async (format) => {
    const fields = signed({ ...paidOrder, amount: '1999.00', refundable: '1999.0', status: '2.0' });
    const body =
      format === 'JSON'
        ? JSON.stringify(fields).replaceAll(/"(1999\.00|1999\.0|2\.0)"/g, '$1')
        : new URLSearchParams(fields as Record<string, string>).toString();
    expect(body).not.toContain('"1999.00"');
    expect(await sendNotification(body, expecting({ amount: 1999 }))).toMatchObject({
      status: 200,
      payments: [paidOrder],
    });
  });

  it('does not take a fraction of a cent for cents', async () => {
    const fields = signed({ ...paidOrder, amount: '1999.01' });
    expect(await deliverFields(fields, expecting({ amount: 1999 }))).toMatchObject({
      status: 409,
      payments: [],
    });
  });

  it('says in a mismatch what was paid and what was ordered', async () => {
    const { rejections } = await deliverFields(signed(), expecting({ amount: 2000, currency: 'USD' }));
    expect(rejections[0]?.message).toMatch(/paid 1999, ordered 2000.*paid CAD, ordered USD/);
  });

  it.each([undefined, null, true, { amount: 1999 }])('requires expect, and %j is not enough', (nothing) => {
    const options = { iotpay, onPayment: () => undefined, expect: nothing as unknown as false };
    expect(() => createNotificationHandler(options)).toThrow(
      expect.objectContaining({
        code: 'invalid_config',
        message: expect.stringMatching(/expect.*false/) as string,
      }),
    );
  });

  it('hands on every payment that the gateway signed if expect is false', async () => {
    const fields = signed({ ...paidOrder, amount: 1 });
    expect(await deliverFields(fields, { expect: false })).toMatchObject({
      status: 200,
      payments: [{ amount: 1 }],
    });
  });
});
