import { isIotPayOrdersError } from 'react-iotpay/orders';
import { describe, expect, it } from 'vitest';
import { hour, openShop, type TestedShop } from '../shop';

const minute = 60_000;

async function openPaidShop() {
  const shop = openShop();
  const { order } = await shop.orders.checkout({ key: 'k', amount: 2434 });
  const { mchOrderNo } = order;
  shop.gateway.pay(mchOrderNo, 'paid');
  await shop.deliver();
  shop.told.length = 0;
  const settle = () => Object.assign(shop.gateway.entries.get(mchOrderNo) ?? {}, { isSettled: true });
  const refund = (key: string, amount?: number) => shop.orders.refund({ mchOrderNo, key, amount });
  return { ...shop, mchOrderNo, settle, refund };
}

const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'nothing',
    (error: unknown) => (isIotPayOrdersError(error) ? error.code : error),
  );

/** The cents that the gateway has given back. */
const givenBack = ({ gateway }: Pick<TestedShop, 'gateway'>) =>
  [...gateway.entries.values()]
    .filter(({ payType, status }) => payType === 'refund' && status === 2)
    .reduce((sum, { amount }) => sum + amount, 0);

describe('refund', () => {
  it('voids a whole payment before it is settled', async () => {
    const { refund, orders, mchOrderNo, told } = await openPaidShop();
    expect(await refund('all')).toMatchObject({ kind: 'void', state: 'succeeded', amount: 2434 });
    expect(await orders.find(mchOrderNo)).toMatchObject({ state: 'refunded' });
    expect(told).toEqual(['refunded k 2434']);
  });

  it('refunds a whole payment that can no longer be voided', async () => {
    const shop = await openPaidShop();
    shop.settle();
    expect(await shop.refund('all')).toMatchObject({ kind: 'refund', state: 'succeeded' });
    expect(givenBack(shop)).toBe(2434);
    expect(shop.told).toEqual(['refunded k 2434']);
  });

  it('gives back parts, and never more than was paid', async () => {
    const shop = await openPaidShop();
    shop.settle();
    expect(await shop.refund('a', 1000)).toMatchObject({ state: 'succeeded' });
    expect(await shop.orders.find(shop.mchOrderNo)).toMatchObject({ state: 'partly_refunded' });
    expect(await codeOf(shop.refund('b', 1435))).toBe('refund_too_large');
    expect(await shop.refund('c')).toMatchObject({ amount: 1434, state: 'succeeded' });
    expect(await codeOf(shop.refund('d'))).toBe('refund_too_large');
    expect(await shop.orders.find(shop.mchOrderNo)).toMatchObject({ state: 'refunded' });
    expect(givenBack(shop)).toBe(2434);
  });

  it('gives money back once for a key, also when many ask at the same moment', async () => {
    const shop = await openPaidShop();
    shop.settle();
    const refunds = await Promise.all([1, 2, 3].map(() => shop.refund('a', 700)));
    expect(new Set(refunds.map(({ mchRefundNo }) => mchRefundNo)).size).toBe(1);
    await shop.refund('a', 700);
    expect(givenBack(shop)).toBe(700);
  });

  it('refuses another amount or payment under the same key', async () => {
    const shop = await openPaidShop();
    shop.settle();
    await shop.refund('a', 700);
    expect(await codeOf(shop.refund('a', 800))).toBe('key_in_use');
    const other = { mchOrderNo: shop.mchOrderNo, key: 'a', payOrderId: 'PC9' };
    expect(await codeOf(shop.orders.refund(other))).toBe('key_in_use');
    expect(await shop.refund('a')).toMatchObject({ amount: 700 });
    expect(givenBack(shop)).toBe(700);
  });

  it('reserves cents, so that refunds at the same moment don’t give the same ones back', async () => {
    const shop = await openPaidShop();
    shop.settle();
    const wishes = ['a', 'b', 'c', 'd'].map((key) => shop.refund(key, 1000));
    const results = await Promise.allSettled(wishes);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
    expect(givenBack(shop)).toBe(2000);
  });

  it('keeps a refund pending if the answer was lost, ends it by a later question, and does not make it again meanwhile', async () => {
    const shop = await openPaidShop();
    shop.settle();
    shop.gateway.faults.refund.push({ kind: 'lost after' });
    shop.gateway.faults.query.push({ kind: 'fail before' });
    Object.assign(shop.gateway.faults, { query: [] });
    const { query } = shop.gateway.iotpay;
    let isSilent = true;
    Object.assign(shop.gateway.iotpay, {
      query: (request: { mchOrderNo?: string }) =>
        isSilent && request.mchOrderNo ? Promise.reject(new Error('silent')) : query(request as never),
    });
    expect(await shop.refund('a', 500)).toMatchObject({ state: 'pending' });
    expect(await shop.refund('a', 500)).toMatchObject({ state: 'pending' });
    isSilent = false;
    shop.gateway.notifications.length = 0;
    await shop.wait(5 * minute);
    expect((await shop.orders.find(shop.mchOrderNo))?.refunds).toMatchObject([{ state: 'succeeded' }]);
    expect(givenBack(shop)).toBe(500);
    expect(shop.told).toEqual(['refunded k 500']);
  });

  it('fails a refund only when the gateway has said for an hour that there is no such refund', async () => {
    const shop = await openPaidShop();
    shop.settle();
    shop.gateway.faults.refund.push({ kind: 'lost before' });
    expect(await shop.refund('a', 500)).toMatchObject({ state: 'pending' });
    await shop.wait(50 * minute);
    expect((await shop.orders.find(shop.mchOrderNo))?.refunds).toMatchObject([{ state: 'pending' }]);
    await shop.wait(40 * minute);
    expect((await shop.orders.find(shop.mchOrderNo))?.refunds).toMatchObject([{ state: 'failed' }]);
    expect(await shop.refund('a', 500)).toMatchObject({ state: 'succeeded' });
    expect(givenBack(shop)).toBe(500);
  });

  it('ends a refund as succeeded when a call whose answer was lost arrives late', async () => {
    const shop = await openPaidShop();
    shop.settle();
    shop.gateway.faults.refund.push({ kind: 'late', ms: 20 * minute });
    expect(await shop.refund('a', 500)).toMatchObject({ state: 'pending' });
    await shop.wait(hour);
    expect((await shop.orders.find(shop.mchOrderNo))?.refunds).toMatchObject([{ state: 'succeeded' }]);
  });

  it('believes the refund and not the word if the gateway says FAIL for one that went through', async () => {
    const shop = await openPaidShop();
    shop.settle();
    shop.gateway.faults.refund.push({ kind: 'fail after' });
    expect(await shop.refund('a', 500)).toMatchObject({ state: 'succeeded' });
    expect(givenBack(shop)).toBe(500);
  });

  it('fails a refund at once if the gateway says FAIL, has no such refund, and still has all the money', async () => {
    const shop = await openPaidShop();
    expect(await shop.refund('part', 500)).toMatchObject({ state: 'failed', kind: 'refund' });
    expect(await shop.refund('all')).toMatchObject({ state: 'succeeded', kind: 'void' });
    expect(givenBack(shop)).toBe(2434);
  });

  it('gives nothing back while the gateway does not say how much is left', async () => {
    const shop = await openPaidShop();
    shop.gateway.faults.query.push({ kind: 'lost before' });
    expect(await codeOf(shop.refund('a'))).toBe('gateway_silent');
    expect((await shop.orders.find(shop.mchOrderNo))?.refunds).toEqual([]);
  });

  it('records a refund that was made elsewhere, once', async () => {
    const shop = await openPaidShop();
    shop.settle();
    const payOrderId = shop.gateway.entries.get(shop.mchOrderNo)?.payOrderId ?? '';
    await shop.gateway.iotpay.refund({ mchRefundNo: 'by-hand', payOrderId, refundAmount: 434 });
    const [body = ''] = shop.gateway.notifications;
    shop.gateway.notifications.push(body);
    expect(await shop.deliver()).toEqual([200, 200]);
    expect(await shop.orders.find(shop.mchOrderNo)).toMatchObject({ state: 'partly_refunded' });
    expect(shop.told).toEqual(['refunded k 434']);
    expect(await codeOf(shop.refund('too much', 2001))).toBe('refund_too_large');
  });

  it('refuses to refund an order that is unpaid or unknown, or an invalid amount', async () => {
    const shop = await openPaidShop();
    const { order } = await shop.orders.checkout({ key: 'other', amount: 100 });
    expect(await codeOf(shop.orders.refund({ mchOrderNo: order.mchOrderNo, key: 'a' }))).toBe('not_paid');
    expect(await codeOf(shop.orders.refund({ mchOrderNo: 'nowhere', key: 'a' }))).toBe('unknown_order');
    expect(await codeOf(shop.refund('a', 1.5))).toBe('invalid_request');
    expect(await codeOf(shop.refund('', 1))).toBe('invalid_request');
  });

  it('never lets an old payment notification move a refunded order back', async () => {
    const shop = openShop();
    const { order } = await shop.orders.checkout({ key: 'k', amount: 2434 });
    shop.gateway.pay(order.mchOrderNo, 'paid');
    const [paid = ''] = shop.gateway.notifications;
    await shop.deliver();
    await shop.orders.refund({ mchOrderNo: order.mchOrderNo, key: 'all' });
    shop.gateway.notifications.push(paid, paid);
    expect(await shop.deliver()).toEqual([200, 200, 200]);
    expect(await shop.orders.find(order.mchOrderNo)).toMatchObject({ state: 'refunded' });
    expect(shop.told).toEqual(['paid k', 'refunded k 2434']);
  });
});
