import { describe, expect, it, vi } from 'vitest';
import { createNotificationHandler, type NotificationRejection } from '../../../src/server/index';
import { paidOrder } from '../gateway/gatewayDouble';
import { iotpay, listeningHandler, signed } from './notificationDouble';

/** A handler whose hash is watched. */
function watchedHandler() {
  const checkSignature = vi.fn(iotpay.checkSignature);
  const onReject = vi.fn<(rejection: NotificationRejection) => void>();
  const handler = createNotificationHandler({
    iotpay: { mchId: iotpay.mchId, checkSignature },
    expect: false,
    onPayment: () => undefined,
    onReject,
  });
  const diagnoses = () =>
    checkSignature.mock.calls.filter(([, options]) => options?.diagnose !== false).length;
  return { handler, checkSignature, onReject, diagnoses };
}

const range = (count: number) => Array.from({ length: count }, (_, index) => index);
const manyFields = (count: number) => Object.fromEntries(range(count).map((at) => [`f${at}`, '1']));
const good = signed();
const room = 64 - Object.keys(good).length;

describe('a body that no gateway sends', () => {
  const tooMany = { ...good, ...manyFields(room + 1) };
  const longName = { ...good, ['n'.repeat(65)]: '1' };
  const longValue = { ...good, body: 'x'.repeat(1025) };
  const tooLong = { ...good, ...Object.fromEntries(range(5).map((at) => [`f${at}`, 'x'.repeat(1000)])) };

  it.each<[string, object, RegExp]>([
    ['more than 64 fields', tooMany, /more than 64 fields/],
    ['a long name', longName, /name of more than 64 characters/],
    ['a long value', longValue, /value of more than 1024 characters/],
    ['names and values that are too long together', tooLong, /come to more than 4096 bytes/],
    ['an object in it', { ...good, extra: { a: 1 } }, /nested/],
    ['a list in it', { ...good, extra: [1.5, 2.5] }, /nested/],
  ])('turns a body that no gateway sends away before it is hashed: %s', async (_, fields, message) => {
    const bodies = [
      JSON.stringify(fields),
      JSON.stringify(fields, null, 2),
      new URLSearchParams(fields as Record<string, string>).toString(),
      { ...fields },
    ];
    for (const [at, body] of bodies.entries()) {
      // A form has no nested values: `[object Object]` is a text.
      if (at === 2 && message.source === 'nested') continue;
      const { handler, checkSignature, onReject } = watchedHandler();
      expect((await handler.receive({ body })).status).toBe(400);
      expect(onReject.mock.calls).toMatchObject([
        [{ reason: 'malformed', message: expect.stringMatching(message) as string }],
      ]);
      expect(checkSignature).not.toHaveBeenCalled();
    }
  });

  it('turns a body with few characters of many bytes away before it is hashed', async () => {
    const { handler, checkSignature } = watchedHandler();
    const wide = { ...good, f0: '中'.repeat(700), f1: '中'.repeat(700) };
    expect(await handler.receive({ body: JSON.stringify(wide) })).toMatchObject({ status: 400 });
    expect(checkSignature).not.toHaveBeenCalled();
  });

  it('reads a body no further than its 65th field', async () => {
    const { handler, onReject } = watchedHandler();
    const fields = range(65).map((at) => `"f${at}":1.50`);
    await handler.receive({ body: `{${fields.join(',')},this is no JSON any more` });
    expect(onReject.mock.calls).toMatchObject([
      [{ message: expect.stringContaining('64 fields') as string }],
    ]);
  });

  it('turns a body above 8 kB away by its length alone', async () => {
    const { handler } = watchedHandler();
    const body = JSON.stringify({ ...good, extra: 'x'.repeat(8192) });
    expect(await handler.receive({ body })).toMatchObject({ status: 413 });
  });
});

it('takes the largest notification that the shape allows', async () => {
  const fields = signed({ ...paidOrder, ...manyFields(room), f0: 'x'.repeat(1024), f1: '中'.repeat(700) });
  const { handler, onPayment } = listeningHandler();
  expect((await handler.receive({ body: JSON.stringify(fields) })).status).toBe(200);
  expect((await handler.receive({ body: { ...fields } })).status).toBe(200);
  expect(onPayment).toHaveBeenCalledTimes(2);
});

describe('the reason for a signature that fits no key', () => {
  const forged = JSON.stringify({ ...good, amount: 1 });

  it('looks for the reason of a wrong signature ten times at once and then once a second', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    try {
      const { handler, diagnoses, onReject } = watchedHandler();
      for (let sent = 0; sent < 200; sent++) await handler.receive({ body: forged });
      expect(diagnoses()).toBe(10);
      vi.advanceTimersByTime(3000);
      for (let sent = 0; sent < 200; sent++) await handler.receive({ body: forged });
      expect(diagnoses()).toBe(13);
      expect(onReject).toHaveBeenCalledTimes(400);
      expect(onReject.mock.calls.every(([{ reason }]) => reason === 'sign_mismatch')).toBe(true);
    } finally {
      vi.useRealTimers();
    }
  });

  it('looks for the reason of a wrong signature in small bodies only', async () => {
    const { handler, diagnoses } = watchedHandler();
    const padding = { one: 'x'.repeat(1000), two: 'x'.repeat(1000) };
    await handler.receive({ body: JSON.stringify({ ...good, ...padding }) });
    expect(diagnoses()).toBe(0);
    await handler.receive({ body: forged });
    expect(diagnoses()).toBe(1);
  });

  it('looks for the reason of a wrong signature only while the log would write it, if the shop has no hook', async () => {
    const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const checkSignature = vi.fn(iotpay.checkSignature);
    const watched = { mchId: iotpay.mchId, checkSignature };
    const { receive } = createNotificationHandler({
      iotpay: watched,
      expect: false,
      onPayment: () => undefined,
    });
    for (let sent = 0; sent < 50; sent++) await receive({ body: forged });
    const diagnoses = checkSignature.mock.calls.filter(([, options]) => options?.diagnose !== false);
    expect(diagnoses.length).toBe(logged.mock.calls.length);
    expect(diagnoses.length).toBeLessThan(10);
  });

  it('names a parser that read the body first, which spoils numbers, as the reason of a wrong signature', async () => {
    const { handler, onReject } = listeningHandler();
    const sent = signed({ ...paidOrder, fee: '1.50' });
    await handler.receive({ body: { ...sent, fee: 1.5 } });
    await handler.receive({ body: JSON.stringify({ ...sent, fee: '1.5' }) });
    const messages = onReject.mock.calls.map(([{ message }]) => /mount the handler before/.test(message));
    expect(messages).toEqual([true, false]);
  });
});
