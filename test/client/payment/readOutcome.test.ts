import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readOutcome } from '../../../src/client/payment/readOutcome';
import { fakeOrder } from '../../../src/testing/fakeData';

const order = fakeOrder();
const success = (retData: unknown, retCode = 'SUCCESS') => ({
  result: 'SUCCESS',
  detail: { retCode, retMsg: '', retData },
});

describe('a payment', () => {
  it.each([2, 3, '2', '3'])('reads a payment as paid when the order has status %j', (status) => {
    const outcome = readOutcome(success({ ...order, status }), 'Pay');
    expect(outcome).toMatchObject({
      status: 'success',
      mode: 'Pay',
      order: { ...order, status: Number(status) },
    });
  });

  it('reads a payment as failed when a successful call holds an order with status 9', () => {
    expect(readOutcome(success({ ...order, status: 9 }), 'Pay').status).toBe('failed');
  });

  it.each([0, 1, 4, 8, 10, 'x'])(
    'reads a payment as pending, and names its order, when the status is %j',
    (status) => {
      const outcome = readOutcome(success({ ...order, status }), 'Pay');
      expect(outcome).toMatchObject({
        status: 'unknown',
        reason: 'pending',
        order: { mchOrderNo: order.mchOrderNo },
      });
    },
  );

  it('reads a declined payment as failed, with the gateway’s words', () => {
    const outcome = readOutcome(
      { result: 'FAIL', message: 'no', detail: { retCode: 'FAIL', retMsg: 'DECLINED' } },
      'Pay',
    );
    expect(outcome).toMatchObject({
      status: 'failed',
      message: 'DECLINED',
      retCode: 'FAIL',
      retMsg: 'DECLINED',
    });
  });

  it('reads a payment as failed when there is only a message', () => {
    expect(readOutcome({ result: 'FAIL', message: 'Card refused' }, 'Pay')).toMatchObject({
      status: 'failed',
      message: 'Card refused',
    });
  });

  it.each([
    { result: 'FAIL', message: 'Timeout' },
    { result: 'FAIL', message: 'timeout', detail: null },
    { result: 'FAIL', message: 'Timeout', detail: { retCode: 'FAIL', retMsg: 'ask again' } },
    { result: 'FAIL', message: 'x', detail: { retCode: 'FAIL', retMsg: 'Timeout' } },
    { retCode: 'FAIL', retMsg: 'Timeout' },
    { result: 'FAIL', message: 'Timeout.' },
    { result: 'FAIL', message: ' Timeout' },
    { result: 'FAIL', message: 'TIMEOUT ' },
    { result: 'FAIL', message: '\n timeout. .\n' },
  ])('reads a payment as unknown, not failed, after a timeout: %j', (event) => {
    expect(readOutcome(event, 'Pay')).toMatchObject({ status: 'unknown', reason: 'timeout' });
  });

  it('reads a payment as unknown if its report says success and Timeout, because both can’t be true', () => {
    const event = { result: 'SUCCESS', message: 'Timeout', detail: { retCode: 'SUCCESS', retData: order } };
    expect(readOutcome(event, 'Pay')).toMatchObject({ status: 'unknown', reason: 'timeout', order });
  });

  it.each(['Timeout of the session', 'Session timeout', 'NoTimeout', 'Timeouts', 'Timeout!'])(
    'does not take every mention of a timeout for one: %s',
    (message) => {
      expect(readOutcome({ result: 'FAIL', message }, 'Pay').status).toBe('failed');
    },
  );

  it('reads a payment by its order, also when the order names a saved card', () => {
    const withCard = { ...order, cardId: 'c1', cardNum: '432567******2266', expiryDate: '1230' };
    const outcome = readOutcome(success(withCard), 'Pay');
    expect(outcome).toMatchObject({
      status: 'success',
      mode: 'Pay',
      order: { payOrderId: order.payOrderId },
    });
    expect(outcome).not.toHaveProperty('card');
    expect(readOutcome(success({ ...withCard, status: 0 }), 'Pay').status).toBe('unknown');
  });

  it.each([
    ['success without data', { result: 'SUCCESS' }],
    ['success with an order that has no numbers', success({ status: 2 })],
    ['success of a failed call', success(order, 'FAIL')],
    ['failure of a paid order', { result: 'FAIL', detail: { retCode: 'SUCCESS', retData: order } }],
    ['an undocumented result', { ...success(order), result: 'MAYBE' }],
    ['an undocumented result without a retCode', { result: 'MAYBE', detail: { retData: order } }],
    ['a list', [success(order)]],
    ['a string', 'SUCCESS'],
    ['null', null],
    ['nothing', undefined],
    ['a detail that is a string', { result: 'SUCCESS', detail: 'SUCCESS' }],
    ['a detail that is a list', { result: 'SUCCESS', detail: [order] }],
  ])('reads a payment as unknown after %s', (_, event) => {
    expect(readOutcome(event, 'Pay')).toMatchObject({ status: 'unknown', reason: 'unrecognised' });
  });

  it('reads a payment as unknown when reading the event throws', () => {
    const event = {
      result: 'SUCCESS',
      get detail(): never {
        throw new Error('not yours');
      },
    };
    expect(readOutcome(event, 'Pay')).toMatchObject({
      status: 'unknown',
      reason: 'unrecognised',
      message: '',
    });
  });

  it('has an empty message if the gateway gave none', () => {
    expect(readOutcome({ result: 'FAIL' }, 'Pay')).toMatchObject({ status: 'failed', message: '' });
  });

  it('reads the older shape of an event as the newer one', () => {
    expect(readOutcome({ retCode: 'SUCCESS', retMsg: '', retData: order }, 'Pay')).toMatchObject({
      status: 'success',
      order,
    });
    expect(readOutcome({ retCode: 'FAIL', retMsg: 'DECLINED' }, 'Pay')).toMatchObject({
      status: 'failed',
      message: 'DECLINED',
    });
  });

  it.each([
    success({ ...order, redirectUrl: 'https://shop.example/' }),
    { retCode: 'FAIL', retData: { redirectUrl: 'https://shop.example/' } },
  ])('passes on the redirectUrl with every outcome', (event) => {
    expect(readOutcome(event, 'Pay').redirectUrl).toBe('https://shop.example/');
  });
});

describe('adding a card', () => {
  const retData = { cardId: 'c1', cardNum: '432567******2266', holder: 'A', expiryDate: '1230', cvv: '987' };

  it('reads a saved card as a success with the card', () => {
    expect(readOutcome(success(retData), 'Add')).toMatchObject({
      status: 'success',
      mode: 'Add',
      card: { cardId: 'c1', cardNum: '432567******2266', holder: 'A', expiryDate: '1230' },
    });
  });

  it.each(['Add', 'Pay'] as const)('never lets the cvv through in mode %s', (mode) => {
    const everywhere = {
      ...order,
      ...retData,
      CVV: '987',
      cvv2: '987',
      nested: { cvv: '987' },
      redirectUrl: 'https://x.example',
    };
    for (const event of [
      success(everywhere),
      { result: 'FAIL', detail: { retData: everywhere } },
      everywhere,
    ]) {
      expect(JSON.stringify(readOutcome(event, mode))).not.toContain('987');
    }
  });

  it('reads the saving of a card as unknown without a card, and as failed when refused', () => {
    expect(readOutcome(success({}), 'Add')).toMatchObject({ status: 'unknown', reason: 'unrecognised' });
    expect(readOutcome(success(order), 'Add')).toMatchObject({ status: 'unknown', reason: 'unrecognised' });
    expect(readOutcome({ result: 'FAIL', message: 'Refused' }, 'Add')).toMatchObject({ status: 'failed' });
  });
});

describe('any event at all', () => {
  it('never throws for any event, and never says paid without a paid order', () => {
    fc.assert(
      fc.property(fc.anything(), fc.constantFrom('Pay' as const, 'Add' as const), (event, mode) => {
        expect(readOutcome(event, mode).status).not.toBe('success');
      }),
    );
  });
});
