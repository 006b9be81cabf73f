import { describe, expect, it } from 'vitest';
import { describeNotification } from '../../../../src/sandbox/browser/home/notificationRows';

const notification = { mchOrderNo: 'A-1', notifyUrl: 'http://localhost/n', attempts: [] };

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

  it.each([
    ['lost', 'lost', 'Lost', 'never sent, on purpose'],
    ['doubled', 'delivered', 'Delivered', 'one of two'],
    ['late', 'waiting', 'Waiting', 'late · not sent yet'],
    ['outOfOrder', 'waiting', 'Waiting', 'held back until a later one has been sent'],
    ['wrongSignature', 'delivered', 'Delivered', 'first attempt wrongly signed'],
  ] as const)('says that it was made to go wrong: %s', (fault, state, badge, words) => {
    expect(describeNotification({ ...notification, fault, state })).toMatchObject({
      badge,
      details: expect.stringContaining(words) as unknown,
    });
  });
});
