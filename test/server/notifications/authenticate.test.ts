import { describe, expect, it, vi } from 'vitest';
import { authenticate } from '../../../src/server/notifications/authenticate';
import { paidOrder } from '../gateway/gatewayDouble';
import { iotpay, signed } from './notificationDouble';

/** Signed with spaces, which have become plus signs on their way. Only a diagnosis can tell. */
const reEncoded = { ...signed({ ...paidOrder, body: 'a b' }), body: 'a+b' };

/** The handler's own reader returns every value as text. */
const texts = Object.fromEntries(Object.entries(signed()).map(([name, value]) => [name, String(value)]));
const forged = { ...texts, amount: '1' };

function check(fields: Record<string, unknown>, bytes = 500, mayDiagnose = true) {
  const checkSignature = vi.fn(iotpay.checkSignature);
  const ask = vi.fn(() => mayDiagnose);
  const result = authenticate({ fields, bytes }, { mchId: iotpay.mchId, checkSignature }, ask);
  const rejection = 'rejection' in result ? result.rejection : undefined;
  return { result, rejection, asked: ask.mock.calls.length, checked: checkSignature.mock.calls };
}

describe('a notification that the gateway has signed', () => {
  it('is read as its order, with the key that fits, and is checked once', () => {
    const { result, asked, checked } = check(signed());
    expect(result).toEqual({ order: paidOrder, receipt: { keyIndex: 0 } });
    expect(checked).toEqual([[signed(), { diagnose: false }]]);
    expect(asked).toBe(0);
  });

  it('is turned away if it reports no order, and the reason is said', () => {
    const { rejection } = check(signed({ ...paidOrder, payOrderId: '' }));
    expect(rejection).toMatchObject({ reason: 'malformed', status: 400 });
    expect(rejection?.message).toMatch(/signed.*no order/);
  });

  it('is turned away with its order if it is for another merchant, and the reason is said', () => {
    const { rejection } = check(signed({ ...paidOrder, mchId: '666' }));
    expect(rejection).toMatchObject({
      reason: 'wrong_merchant',
      order: { mchOrderNo: paidOrder.mchOrderNo },
    });
    expect(rejection?.message).toContain('another mchId');
  });
});

describe('the search for the reason of a wrong signature', () => {
  it('finds that the body was re-encoded, if it may', () => {
    const { rejection, checked } = check(reEncoded);
    expect(rejection).toMatchObject({ reason: 'body_re_encoded', status: 401 });
    expect(checked).toEqual([[reEncoded, { diagnose: false }], [reEncoded]]);
  });

  it('is left out if it may not be made', () => {
    const { rejection, asked, checked } = check(reEncoded, 500, false);
    expect(rejection).toMatchObject({ reason: 'sign_mismatch' });
    expect(checked).toEqual([[reEncoded, { diagnose: false }]]);
    expect(asked).toBe(1);
  });

  it('is made for bodies of at most 2048 bytes', () => {
    expect(check(reEncoded, 2048).rejection?.reason).toBe('body_re_encoded');
    const longer = check(reEncoded, 2049);
    expect(longer.rejection?.reason).toBe('sign_mismatch');
    expect(longer.asked).toBe(0);
  });

  it.each([
    ['is missing', 'sign_missing', undefined],
    ['is malformed', 'sign_malformed', 'x'],
  ])('is needless if the signature %s', (_, reason, sign) => {
    const { rejection, asked, checked } = check({ ...signed(), sign });
    expect(rejection).toMatchObject({ reason });
    expect(asked).toBe(0);
    expect(checked).toHaveLength(1);
  });
});

describe('the words about a wrong signature', () => {
  const words = (fields: Record<string, unknown>) => check(fields).rejection?.message ?? '';

  it('are those of the check alone, if nothing else is strange', () => {
    const fault = iotpay.checkSignature(forged);
    expect(fault.valid).toBe(false);
    expect(words(forged)).toBe(!fault.valid && fault.message);
  });

  it('say that the notification does not name the shop’s mchId either', () => {
    expect(words({ ...forged, mchId: '666' })).toMatch(/does not name your mchId/);
  });

  it('say that another parser was there first, if a value is a number', () => {
    const message = words({ ...forged, mchId: '666', amount: 1 });
    expect(message).toMatch(/does not name your mchId either\. Something has parsed the body before/);
  });

  it('do not blame another parser for a missing signature', () => {
    expect(words({ ...forged, amount: 1, sign: '' })).not.toContain('parsed');
  });
});
