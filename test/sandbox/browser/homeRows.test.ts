import { describe, expect, it } from 'vitest';
import { describeNotification, describeOrder } from '../../../src/sandbox/browser/homeRows';

const order = { payOrderId: 'PC1', mchOrderNo: 'A-1', amount: 123450, currency: 'CAD' };
const notification = { mchOrderNo: 'A-1', notifyUrl: 'http://localhost/n', attempts: [] };

describe('describeOrder', () => {
  it.each([
    [0, 'Pending', 'wait'],
    [1, 'Unknown', 'wait'],
    [2, 'Paid', 'good'],
    [3, 'Paid', 'good'],
    [9, 'Failed', 'bad'],
  ])('calls status %i %s', (status, badge, tone) => {
    expect(describeOrder({ ...order, status })).toMatchObject({ title: 'A-1', badge, tone });
  });

  it('writes cents as dollars', () => {
    expect(describeOrder(order).amount).toBe('CA$1,234.50');
  });
});

describe('describeNotification', () => {
  it('says what was answered last, and how often it was tried', () => {
    const attempts = [{ error: 'ECONNREFUSED' }, { httpStatus: 500, answer: 'oops' }];

    expect(describeNotification({ ...notification, state: 'waiting', attempts })).toMatchObject({
      badge: 'Waiting',
      details: 'http://localhost/n · 2 attempts · HTTP 500 “oops”',
    });
  });

  it('says why there was no answer', () => {
    const attempts = [{ error: 'no answer within 10000 ms' }];

    expect(describeNotification({ ...notification, state: 'waiting', attempts }).details).toContain(
      '1 attempt · no answer within 10000 ms',
    );
  });

  it('says why nothing is sent', () => {
    expect(describeNotification({ ...notification, state: 'undeliverable' }).details).toContain(
      'only this computer',
    );
    expect(describeNotification({ ...notification, state: 'waiting' }).details).toContain('not sent yet');
  });
});
