import { isIotPayOrdersError } from 'react-iotpay/orders';
import { describe, expect, it } from 'vitest';
import { day, hour, openShop } from '../shop';

const sale = { key: 'cart-1/3', amount: 2434, data: { cartId: 'cart-1' } };
const minute = 60_000;

describe('checkout', () => {
  it('opens one order for a key, and gives it back after a reload', async () => {
    const { orders, gateway } = openShop();
    const first = await orders.checkout(sale);
    const again = await orders.checkout({ ...sale, data: { cartId: 'cart-1' } });
    expect(first).toHaveProperty('secureId');
    expect(again).toEqual(first);
    expect(gateway.entries.size).toBe(1);
  });

  it('gives all of many requests at the same moment one order', async () => {
    const shop = openShop();
    const others = [shop.orders, shop.another(), shop.another()];
    const opened = await Promise.all(
      Array.from({ length: 9 }, (_, i) => (others[i % 3] ?? shop.orders).checkout(sale)),
    );
    expect(new Set(opened.map(({ order }) => order.mchOrderNo)).size).toBe(1);
    expect((await shop.orders.list()).orders).toHaveLength(1);
  });

  it('never sells a paid key again, even if the notification was lost', async () => {
    const { orders, gateway, told } = openShop();
    const { order } = await orders.checkout(sale);
    gateway.pay(order.mchOrderNo, 'paid');
    expect(await orders.checkout(sale)).toMatchObject({ settled: 'paid', order: { state: 'paid' } });
    expect(await orders.checkout({ ...sale, declined: order.mchOrderNo })).toMatchObject({ settled: 'paid' });
    expect(told).toEqual(['paid cart-1/3']);
  });

  it('never sells a key again while the gateway says unknown', async () => {
    const { orders, gateway } = openShop();
    const { order } = await orders.checkout(sale);
    gateway.pay(order.mchOrderNo, 'unknown');
    for (const wish of [sale, { ...sale, amount: 99 }, { ...sale, declined: order.mchOrderNo }]) {
      expect(await orders.checkout(wish)).toMatchObject({ settled: 'unknown', order: { state: 'open' } });
    }
    expect(gateway.entries.size).toBe(1);
  });

  it('hands out no form in which a payment is under way, nor another one in its place', async () => {
    const { orders, gateway } = openShop();
    const { order } = await orders.checkout(sale);
    gateway.pay(order.mchOrderNo, 'pending');
    gateway.advance(10_000);
    for (const wish of [sale, { ...sale, channel: 'UPI_EX' as const }, { ...sale, amount: 99 }]) {
      expect(await orders.checkout(wish)).toMatchObject({ settled: 'unknown', order: { state: 'open' } });
    }
    expect(gateway.entries.size).toBe(1);
  });

  it('shows no form of an undecided order again, even right after the last question', async () => {
    const { orders, gateway } = openShop();
    const { order } = await orders.checkout(sale);
    await orders.checkout(sale);
    gateway.pay(order.mchOrderNo, 'unknown');
    expect(await orders.checkout(sale)).toMatchObject({ settled: 'unknown' });
    expect(await orders.checkout(sale)).toMatchObject({ settled: 'unknown' });
  });

  it('shows no other form while an earlier one of the key is undecided, even right after the last question', async () => {
    const { orders, gateway } = openShop();
    const first = await orders.checkout(sale);
    await orders.checkout({ ...sale, declined: first.order.mchOrderNo });
    gateway.pay(first.order.mchOrderNo, 'unknown');
    expect(await orders.checkout(sale)).toMatchObject({ settled: 'unknown' });
    expect(await orders.checkout(sale)).toMatchObject({ settled: 'unknown' });
  });

  it('opens no third form while the gateway can’t be asked whether the first of two was paid', async () => {
    const { orders, gateway } = openShop();
    const first = await orders.checkout(sale);
    const second = await orders.checkout({ ...sale, declined: first.order.mchOrderNo });
    gateway.faults.query.push({ kind: 'lost before' });
    const wish = { ...sale, declined: second.order.mchOrderNo };
    expect(await orders.checkout(wish)).toMatchObject({ settled: 'unknown' });
    expect(gateway.entries.size).toBe(2);
    gateway.faults.query.push({ kind: 'lost before' });
    expect(await orders.checkout(sale)).toHaveProperty('secureId');
  });

  it('does not sell a key again while the gateway can’t be asked whether the first form was paid', async () => {
    const { orders, gateway } = openShop();
    const { order } = await orders.checkout(sale);
    for (const kind of ['lost before', 'fail before'] as const) {
      gateway.faults.query.push({ kind });
      const wish = { ...sale, declined: order.mchOrderNo };
      expect(await orders.checkout(wish)).toMatchObject({ settled: 'unknown' });
    }
  });

  it('opens a new order after a decline that the gateway proves', async () => {
    const { orders, gateway, told } = openShop();
    const { order } = await orders.checkout(sale);
    gateway.pay(order.mchOrderNo, 'declined');
    const next = await orders.checkout(sale);
    expect(next).toHaveProperty('secureId');
    expect(next.order.mchOrderNo).not.toBe(order.mchOrderNo);
    expect(told).toEqual(['failed cart-1/3']);
  });

  it('opens a new order where the form was declined and the gateway leaves its order open, and keeps asking about that', async () => {
    const shop = openShop();
    const { orders, gateway, told } = shop;
    const first = await orders.checkout(sale);
    const second = await orders.checkout({ ...sale, declined: first.order.mchOrderNo });
    expect(second.order.mchOrderNo).not.toBe(first.order.mchOrderNo);
    gateway.pay(first.order.mchOrderNo, 'paid');
    gateway.advance(3000);
    expect(await orders.checkout(sale)).toMatchObject({
      settled: 'paid',
      order: { mchOrderNo: first.order.mchOrderNo },
    });
    expect(told).toEqual(['paid cart-1/3']);
  });

  it('makes the second of two payments for a key a surplus, until it is refunded', async () => {
    const { orders, gateway, told, deliver } = openShop();
    const first = await orders.checkout(sale);
    const second = await orders.checkout({ ...sale, declined: first.order.mchOrderNo });
    for (const { order } of [first, second]) gateway.pay(order.mchOrderNo, 'paid');
    expect(await deliver()).toEqual([200, 200]);
    expect(told).toEqual(['paid cart-1/3', 'surplus cart-1/3 2434']);
    const { orders: open } = await orders.list({ attention: true });
    expect(open.map(({ mchOrderNo }) => mchOrderNo)).toEqual([second.order.mchOrderNo]);

    await orders.refund({ mchOrderNo: second.order.mchOrderNo, key: 'give back' });
    expect((await orders.list({ attention: true })).orders).toEqual([]);
    // The goods stay sold: only money that paid for something is told of as refunded.
    expect(told).toHaveLength(2);
    expect(await orders.find(first.order.mchOrderNo)).toMatchObject({ state: 'paid' });
  });

  it('opens a new order for a changed amount, and keeps the first one’s money', async () => {
    const { orders, gateway, told, deliver } = openShop();
    const first = await orders.checkout(sale);
    const second = await orders.checkout({ ...sale, amount: 3000 });
    expect(second.order.mchOrderNo).not.toBe(first.order.mchOrderNo);
    gateway.pay(first.order.mchOrderNo, 'paid');
    await deliver();
    expect(told).toEqual(['paid cart-1/3']);
    expect(await orders.checkout({ ...sale, amount: 3000 })).toMatchObject({ settled: 'paid' });
  });

  it('opens a new form when the customer comes back after most of the hour', async () => {
    const { orders, gateway } = openShop();
    const first = await orders.checkout(sale);
    gateway.advance(49 * minute);
    expect((await orders.checkout(sale)).order.mchOrderNo).toBe(first.order.mchOrderNo);
    gateway.advance(5 * minute);
    const second = await orders.checkout(sale);
    expect(second).toHaveProperty('secureId');
    expect(second.order.mchOrderNo).not.toBe(first.order.mchOrderNo);
  });

  it('stores nothing when the gateway does not answer, and opens the order when it is tried again', async () => {
    const { orders, gateway } = openShop();
    gateway.faults.purchase.push({ kind: 'lost after' });
    await expect(orders.checkout(sale)).rejects.toThrow();
    expect((await orders.list()).orders).toEqual([]);
    expect(await orders.checkout(sale)).toHaveProperty('secureId');
  });

  it.each([
    { key: '', amount: 1 },
    { key: 'x'.repeat(201), amount: 1 },
    { key: 'k', amount: 0 },
    { key: 'k', amount: 19.99 },
    { key: 'k', amount: 2 ** 31 },
    { key: 'k', amount: 1, customer: '' },
    { key: 'k\0', amount: 1 },
    { key: 'k', amount: 1, customer: '\ud800' },
    { key: 'k', amount: 1, data: { text: 'x'.repeat(70_000) } },
    { key: 'k', amount: 1, data: { deep: ['\0'] } },
    { key: 'k', amount: 1, data: { '\udfff': 1 } },
    { key: 'k', amount: 1, data: () => 1 },
  ])('refuses %.60j before anything is sent', async (wrong) => {
    const { orders, gateway } = openShop();
    const error: unknown = await orders.checkout(wrong).catch((thrown: unknown) => thrown);
    expect(isIotPayOrdersError(error) && error.code).toBe('invalid_request');
    expect(gateway.entries.size).toBe(0);
  });

  it.each([
    { first: { customer: 'one' }, other: { customer: 'another' } },
    { first: {}, other: { data: { cartId: 'cart-2' } } },
    { first: {}, other: { customer: 'one', data: { cartId: 'cart-2' } } },
  ])(
    'gives no customer the order of another sale that came with the same key: $first, $other',
    async ({ first, other }) => {
      const { orders } = openShop();
      await orders.checkout({ ...sale, ...first });
      const error: unknown = await orders.checkout({ ...sale, ...first, ...other }).catch((e: unknown) => e);
      expect(isIotPayOrdersError(error) && error.code).toBe('key_in_use');
    },
  );

  describe('of a cart that its customer may change', () => {
    const one = { ...sale, key: 'cart-1', customer: 'one', data: { items: ['mug'] } };
    const changed = { ...one, data: { items: ['atlas'] } };

    it('opens another order for other goods of a cart at the same price, each with its own goods', async () => {
      const { orders, gateway } = openShop();
      const first = await orders.checkout(one);
      const second = await orders.checkout(changed);
      expect(second.order.mchOrderNo).not.toBe(first.order.mchOrderNo);
      gateway.pay(second.order.mchOrderNo, 'paid');
      expect(await orders.confirm(second.order.mchOrderNo)).toMatchObject({
        state: 'paid',
        data: { items: ['atlas'] },
      });
    });

    it('sells no other goods of a cart while the first ones may be paid', async () => {
      const { orders, gateway } = openShop();
      const first = await orders.checkout(one);
      gateway.pay(first.order.mchOrderNo, 'unknown');
      expect(await orders.checkout(changed)).toMatchObject({
        settled: 'unknown',
        order: { mchOrderNo: first.order.mchOrderNo },
      });
      const entry = gateway.entries.get(first.order.mchOrderNo);
      if (entry) gateway.decide(entry, true);
      expect(await orders.checkout(changed)).toMatchObject({
        settled: 'paid',
        order: { data: { items: ['mug'] } },
      });
    });

    it('does not say that other goods of a cart are paid once the first ones are', async () => {
      const { orders, gateway } = openShop();
      const first = await orders.checkout(one);
      gateway.pay(first.order.mchOrderNo, 'paid');
      await orders.confirm(first.order.mchOrderNo);
      const error: unknown = await orders.checkout(changed).catch((e: unknown) => e);
      expect(isIotPayOrdersError(error) && error.code).toBe('key_in_use');
    });
  });
});

describe('an undecided form', () => {
  it('expires a form silently if another order of its key is paid', async () => {
    const { orders, gateway, wait, told } = openShop();
    const first = await orders.checkout(sale);
    const second = await orders.checkout({ ...sale, declined: first.order.mchOrderNo });
    gateway.pay(second.order.mchOrderNo, 'paid');
    await wait(2 * hour);
    expect(await orders.find(first.order.mchOrderNo)).toMatchObject({ state: 'expired' });
    expect(told).toEqual(['paid cart-1/3']);
    expect((await orders.events.take(9)).map(({ kind }) => kind)).toEqual(['paid']);
  });

  it('keeps a form open beyond its hour while a payment begun in it may be decided, and calls it paid when it is', async () => {
    const { orders, gateway, wait, told } = openShop();
    const { order } = await orders.checkout(sale);
    await wait(80 * minute);
    expect(await orders.find(order.mchOrderNo)).toMatchObject({ state: 'open' });
    const entry = gateway.entries.get(order.mchOrderNo);
    if (entry) gateway.decide(entry, true);
    gateway.notifications.length = 0;
    await wait(20 * minute);
    expect(told).toEqual(['paid cart-1/3']);
  });

  it('expires a form when hour and decision time are over and the gateway says pending', async () => {
    const { orders, wait, told } = openShop();
    const { order } = await orders.checkout(sale);
    await wait(2 * hour);
    expect(await orders.find(order.mchOrderNo)).toMatchObject({ state: 'expired', reason: 'hour_over' });
    expect(told).toEqual(['expired cart-1/3']);
  });

  it('keeps a form open while the gateway says pending and names a card, because that payment is under way', async () => {
    const { orders, gateway, wait } = openShop();
    const { order } = await orders.checkout(sale);
    const entry = gateway.entries.get(order.mchOrderNo);
    if (entry) entry.cardNum = '424242******4242';
    await wait(3 * hour);
    expect(await orders.find(order.mchOrderNo)).toMatchObject({ state: 'open' });
  });

  it('never expires a form by time, by errors or by the status unknown', async () => {
    const { orders, gateway, wait } = openShop();
    const { order } = await orders.checkout(sale);
    gateway.pay(order.mchOrderNo, 'unknown');
    await wait(3 * hour);
    gateway.faults.query.push(...Array.from({ length: 40 }, () => ({ kind: 'fail before' }) as const));
    await wait(2 * day, hour);
    expect(await orders.find(order.mchOrderNo)).toMatchObject({ state: 'open', attention: false });
    await wait(6 * day, hour);
    expect(await orders.find(order.mchOrderNo)).toMatchObject({ state: 'open', attention: true });
  });

  it('calls an expired order paid late, once, when the gateway reports money within a week', async () => {
    const { orders, gateway, wait, told } = openShop();
    const { order } = await orders.checkout(sale);
    await wait(2 * hour);
    await wait(3 * day, hour);
    const entry = gateway.entries.get(order.mchOrderNo);
    if (entry) gateway.decide(entry, true);
    gateway.notifications.length = 0;
    await wait(4 * day, hour);
    expect(await orders.find(order.mchOrderNo)).toMatchObject({ state: 'paid', late: true });
    expect(told).toEqual(['expired cart-1/3', 'paid cart-1/3 late']);
  });

  it('asks about an expired order less and less often, and no more after a week', async () => {
    const { orders, gateway, wait } = openShop();
    await orders.checkout(sale);
    await wait(2 * hour);
    let asked = 0;
    const { query } = gateway.iotpay;
    Object.assign(gateway.iotpay, { query: (request: never) => ((asked += 1), query(request)) });
    await wait(8 * day, hour);
    expect(asked).toBeGreaterThan(4);
    expect(asked).toBeLessThan(12);
    asked = 0;
    await wait(8 * day, hour);
    expect(asked).toBe(0);
  });
});
