import { describe, expect, it } from 'vitest';
import type { NotificationOptions } from '../../../src/server/index';
import { paidOrder } from '../gateway/gatewayDouble';
import { listeningHandler, signed } from './notificationDouble';

const json = JSON.stringify(signed());
const refund = {
  ...paidOrder,
  payOrderId: 'RP2024',
  mchOrderNo: 'R-1',
  payType: 'refund',
  originalOrderId: 'PC1',
};

describe('receive', () => {
  it.each([
    ['text', json],
    ['bytes', new TextEncoder().encode(json)],
    [
      'a Buffer made of base64, as AWS Lambda may give it',
      Buffer.from(Buffer.from(json).toString('base64'), 'base64'),
    ],
    ['a form', new URLSearchParams(signed() as Record<string, string>).toString()],
    ['the fields that a parser made of it', signed()],
  ])('takes a body that is %s', async (_, body) => {
    const { handler, onPayment } = listeningHandler();
    expect(await handler.receive({ method: 'POST', headers: {}, body })).toEqual({
      status: 200,
      headers: { 'Content-Type': 'text/plain;charset=UTF-8' },
      body: 'success',
      outcome: { status: 'paid', order: paidOrder, receipt: { keyIndex: 0 } },
    });
    expect(onPayment.mock.calls).toEqual([[paidOrder, { keyIndex: 0 }]]);
  });

  it('needs neither method nor headers, as with a message of a queue', async () => {
    const { handler } = listeningHandler();
    expect(await handler.receive({ body: json })).toMatchObject({ status: 200, outcome: { status: 'paid' } });
  });

  it('works when it is taken off the handler, and takes a method in any case', async () => {
    const { receive } = listeningHandler().handler;
    expect((await receive({ method: 'post', body: json })).status).toBe(200);
  });

  it('answers 405 to any method but POST, and calls no hook', async () => {
    const { handler, onReject } = listeningHandler();
    expect(await handler.receive({ method: 'GET', headers: {}, body: undefined })).toMatchObject({
      status: 405,
      headers: { Allow: 'POST' },
      outcome: { status: 'rejected', rejection: { reason: 'wrong_method' } },
    });
    expect(onReject).not.toHaveBeenCalled();
  });

  it.each([
    ['a text', { body: json }],
    [
      'a text of fewer characters than bytes',
      { body: JSON.stringify(signed({ ...paidOrder, body: '中'.repeat(200) })) },
    ],
    ['bytes', { body: Buffer.from(json) }],
    ['fields that were announced so', { body: signed(), headers: { 'Content-Length': '1000' } }],
  ])('turns away a body that is longer than the limit in bytes: %s', async (_, message) => {
    const characters = typeof message.body === 'string' ? message.body.length : json.length - 1;
    const isWide = typeof message.body === 'string' && message.body !== json;
    const { handler } = listeningHandler({ bodyLimit: isWide ? characters : json.length - 1 });
    expect(await handler.receive(message)).toMatchObject({
      status: 413,
      outcome: { status: 'rejected', rejection: { reason: 'too_large' } },
    });
  });

  it.each([null, undefined, '', ' '])('turns away a body that is %j', async (body) => {
    const { handler } = listeningHandler();
    expect(await handler.receive({ body })).toMatchObject({
      status: 400,
      outcome: { rejection: { reason: 'malformed', message: expect.stringContaining('empty') as string } },
    });
  });
});

describe('the outcome', () => {
  async function outcomeOf(fields: object, options: Partial<NotificationOptions> = {}) {
    const { handler } = listeningHandler(options);
    const { status, outcome } = await handler.receive({ body: JSON.stringify(signed(fields)) });
    return { answered: status, ...outcome };
  }

  it.each([
    ['paid', paidOrder],
    ['paid', { ...paidOrder, status: 3 }],
    ['refunded', refund],
    ['failed', { ...paidOrder, status: 9 }],
    ['refund_failed', { ...refund, status: 9 }],
  ])('gives the outcome %s, with the order, once the shop has taken it', async (status, fields) => {
    expect(await outcomeOf(fields)).toEqual({
      answered: 200,
      status,
      order: fields,
      receipt: { keyIndex: 0 },
    });
  });

  it.each([0, 1, 4, undefined])(
    'gives the outcome undecided for status %s, which proves nothing, if onOther takes it',
    async (status) => {
      const fields = { ...paidOrder, status };
      expect(await outcomeOf(fields, { onOther: () => undefined })).toMatchObject({
        answered: 200,
        status: 'undecided',
      });
      expect(await outcomeOf(fields)).toMatchObject({ answered: 409, status: 'rejected' });
    },
  );

  it('gives the outcome rejected, with the order if it is genuine', async () => {
    expect(await outcomeOf(paidOrder, { expect: () => ({ amount: 1 }) })).toMatchObject({
      answered: 409,
      status: 'rejected',
      rejection: { reason: 'order_mismatch', status: 409, order: { mchOrderNo: 'A-1' } },
    });
  });

  it('gives the outcome error, with the order, if the shop could not store it', async () => {
    const failure = new Error('database down');
    expect(await outcomeOf(paidOrder, { onPayment: () => Promise.reject(failure) })).toEqual({
      answered: 500,
      status: 'error',
      error: failure,
      order: paidOrder,
    });
  });
});
