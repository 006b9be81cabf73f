import { describe, expect, it } from 'vitest';
import { createIotPay, sign } from '../../../src/server/index';
import {
  answerWith,
  merchantKey,
  paidOrder,
  requests,
  session,
  startGateway,
  credentials,
} from './gatewayDouble';
import { everyCall } from './everyCall';

describe('the calls', () => {
  it.each(everyCall)('$name sends what section 3 asks for, signed, and reads the answer', async (one) => {
    const gateway = await startGateway(one.answer);
    const result = await one.call(gateway.client());

    expect(result).toEqual(one.result);
    expect(gateway.calls).toHaveLength(1);
    const [{ path, headers, fields }] = gateway.calls as [(typeof gateway.calls)[0]];
    expect(path).toBe(`/v3/${one.path}`);
    expect(headers['content-type']).toBe('application/json;charset=UTF-8');
    const wire = { ...one.wire, mchId: '10000701' };
    expect(fields).toEqual({ ...wire, sign: sign(wire, merchantKey) });
  });

  it.each(everyCall)('$name tolerates unknown fields', async (one) => {
    const { retData, ...rest } = one.answer as { retData: object };
    const gateway = await startGateway({
      ...rest,
      brandNew: [1],
      retData: { ...retData, brandNew: { a: 1 } },
    });
    await expect(one.call(gateway.client())).resolves.toMatchObject(one.result);
  });

  it('lets every call be taken off the client', async () => {
    const gateway = await startGateway(answerWith(paidOrder));
    const { query } = gateway.client();
    await expect(query({ mchOrderNo: 'A-1' })).resolves.toEqual(paidOrder);
  });

  it('signs with the first of several keys', async () => {
    const gateway = await startGateway(answerWith(paidOrder));
    await gateway.client({ merchantKey: ['new key of the shop', merchantKey] }).query({ mchOrderNo: 'A-1' });
    const wire = { mchOrderNo: 'A-1', mchId: '10000701' };
    expect(gateway.calls[0]?.fields.sign).toBe(sign(wire, 'new key of the shop'));
  });

  it('accepts numbers that the gateway sends as strings', async () => {
    const gateway = await startGateway(answerWith({ ...paidOrder, amount: '1999', status: '2' }));
    const order = await gateway.client().query({ mchOrderNo: 'A-1' });
    expect(order).toMatchObject({ amount: 1999, status: 2 });
  });

  it('uses the given fetch', async () => {
    const urls: unknown[] = [];
    const iotpay = createIotPay({
      ...credentials,
      environment: 'development',
      fetch: (url) => {
        urls.push(url);
        return Promise.resolve(Response.json(session));
      },
    });
    await iotpay.purchase(requests.purchase);
    expect(urls).toEqual(['https://ccdev.iotpaycloud.com/v3/cc_purchase']);
  });
});
