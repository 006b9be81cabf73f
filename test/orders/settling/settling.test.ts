import { sign } from 'react-iotpay/server';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { merchant } from '../model/modelGateway';
import { notification, openShop, type TestedShop, url } from '../shop';

const minute = 60_000;
const sale = { key: 'k', amount: 2434 };

describe('notifications', () => {
  it('pays an order once, however often and wherever its notifications come', async () => {
    const shop = openShop();
    const { order } = await shop.orders.checkout(sale);
    shop.gateway.pay(order.mchOrderNo, 'paid');
    const [body = ''] = shop.gateway.notifications;
    const other = shop.another();
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, i) => (i % 2 ? other : shop.orders).fetch(notification(body))),
    );
    expect(await Promise.all(answers.map((answer) => answer.text()))).toEqual(Array(8).fill('success'));
    expect(shop.told).toEqual(['paid k']);
  });

  it('acknowledges no notification while the shop’s handler fails, and changes nothing', async () => {
    let isBroken = true;
    const shop = openShop({
      onPaid: () => {
        if (isBroken) throw new Error('the shop’s database is full');
      },
    });
    const { order } = await shop.orders.checkout(sale);
    shop.gateway.pay(order.mchOrderNo, 'paid');
    const [body = ''] = shop.gateway.notifications;
    expect((await shop.orders.fetch(notification(body))).status).toBe(500);
    expect(await shop.orders.find(order.mchOrderNo)).toMatchObject({ state: 'open', payments: [] });
    expect(shop.problems).toHaveLength(1);
    isBroken = false;
    expect((await shop.orders.fetch(notification(body))).status).toBe(200);
    expect(await shop.orders.find(order.mchOrderNo)).toMatchObject({ state: 'paid' });
  });

  it('acknowledges no notification of an unknown order', async () => {
    const { gateway, deliver, orders, problems } = openShop();
    await orders.chargeWallet({ ...sale, wallet: { type: 'ApplePay', data: 'e30=' } });
    const foreign = openShop();
    foreign.gateway.notifications.push(...gateway.notifications);
    expect(await foreign.deliver()).toEqual([500]);
    expect(await deliver()).toEqual([200]);
    expect(problems).toEqual([]);
  });

  it('keeps notified money of another amount as a surplus for a person, and sells nothing for it or again', async () => {
    const shop = openShop();
    const { order } = await shop.orders.checkout(sale);
    const entry = shop.gateway.entries.get(order.mchOrderNo);
    Object.assign(entry ?? {}, { amount: 1 });
    shop.gateway.pay(order.mchOrderNo, 'paid');
    expect(await shop.deliver()).toEqual([200]);
    expect(shop.told).toEqual(['surplus k 1']);
    expect(await shop.orders.list({ attention: true })).toMatchObject({
      orders: [{ state: 'open', payments: [{ surplus: 'amount_differs', amount: 1 }] }],
    });
    shop.gateway.advance(3000);
    expect(await shop.orders.checkout(sale)).toMatchObject({ settled: 'unknown' });
    await shop.orders.refund({ mchOrderNo: order.mchOrderNo, key: 'give back' });
    expect((await shop.orders.list({ attention: true })).orders).toEqual([]);
    expect(await shop.orders.checkout(sale)).toHaveProperty('secureId');
  });

  it('closes an order that a notification calls failed, but not if that has another amount', async () => {
    const shop = openShop();
    const { order } = await shop.orders.checkout(sale);
    const told: string[][] = [];
    for (const amount of [1, sale.amount]) {
      const report = {
        mchId: merchant.mchId,
        mchOrderNo: order.mchOrderNo,
        payOrderId: 'PC1',
        amount,
        status: 9,
      };
      const body = { ...report, currency: 'CAD', payType: 'pay' };
      shop.gateway.notifications.push(JSON.stringify({ ...body, sign: sign(body, merchant.merchantKey) }));
      expect(await shop.deliver()).toEqual([200]);
      told.push([...shop.told]);
    }
    expect(told).toEqual([[], ['failed k']]);
  });

  it('changes nothing for a forged notification', async () => {
    const shop = openShop();
    const { order } = await shop.orders.checkout(sale);
    const forged = {
      payOrderId: 'PC1',
      mchOrderNo: order.mchOrderNo,
      amount: 2434,
      currency: 'CAD',
      status: 2,
    };
    const body = JSON.stringify({ ...forged, mchId: '10000701', sign: 'A'.repeat(32) });
    expect((await shop.orders.fetch(notification(body))).status).toBe(401);
    expect(await shop.orders.find(order.mchOrderNo)).toMatchObject({ state: 'open' });
  });

  it('takes notifications wherever the routes are mounted', async () => {
    const shop = openShop();
    const { order } = await shop.orders.checkout(sale);
    shop.gateway.pay(order.mchOrderNo, 'paid');
    const [body = ''] = shop.gateway.notifications;
    const request = new Request(`${url}/notify/`, { method: 'POST', body });
    expect((await shop.orders.routes.POST(request)).status).toBe(200);
  });
});

describe('settleDue', () => {
  it('asks about orders that no notification and no page has decided', async () => {
    const shop = openShop();
    const { order } = await shop.orders.checkout(sale);
    shop.gateway.pay(order.mchOrderNo, 'paid');
    expect(await shop.orders.settleDue()).toEqual({ asked: 0, moved: 0, failed: 0 });
    shop.gateway.advance(minute);
    expect(await shop.orders.settleDue()).toEqual({ asked: 1, moved: 1, failed: 0 });
    expect(shop.told).toEqual(['paid k']);
  });

  it('shares the due orders among processes', async () => {
    const shop = openShop();
    for (let i = 0; i < 30; i++) await shop.orders.checkout({ key: `k${i}`, amount: 100 });
    shop.gateway.advance(minute);
    const others = [shop.orders, shop.another(), shop.another()];
    const counts = await Promise.all(others.map((orders) => orders.settleDue({ limit: 12 })));
    expect(counts.map(({ asked }) => asked)).toEqual([12, 12, 6]);
  });

  it('goes on with the others when one fails, and tries that again', async () => {
    const shop = openShop({
      onPaid: ({ key }) => {
        if (key === 'bad') throw new Error('the shop’s mistake');
      },
    });
    for (const key of ['bad', 'good']) {
      const { order } = await shop.orders.checkout({ key, amount: 100 });
      shop.gateway.pay(order.mchOrderNo, 'paid');
    }
    shop.gateway.advance(minute);
    expect(await shop.orders.settleDue()).toEqual({ asked: 2, moved: 1, failed: 1 });
    expect(shop.problems).toHaveLength(1);
    shop.gateway.advance(3 * minute);
    expect(await shop.orders.settleDue()).toMatchObject({ asked: 1, failed: 1 });
  });

  it.each([0, -1, 1.5, NaN, '5'])('refuses %j orders at a time, also in a loop', async (count) => {
    const { orders } = openShop();
    const wrong = count as number;
    await expect(orders.settleDue({ limit: wrong })).rejects.toThrow('limit must be');
    await expect(orders.settleDue({ atOnce: wrong })).rejects.toThrow('atOnce must be');
    await expect(orders.events.take(wrong)).rejects.toThrow('limit must be');
    for (const name of ['limit', 'atOnce', 'everyMs'])
      expect(() => orders.startSettling({ [name]: wrong })).toThrow(`${name} must be`);
  });
});

describe('startSettling', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  /** An order that the customer has paid and that is due to be asked about. */
  async function openPaid(shop: TestedShop, key: string): Promise<void> {
    const { order } = await shop.orders.checkout({ ...sale, key });
    shop.gateway.pay(order.mchOrderNo, 'paid');
    shop.gateway.advance(minute);
  }

  it('settles what is due at once, and every five seconds, until it is stopped', async () => {
    const shop = openShop();
    await openPaid(shop, 'a');
    const loop = shop.orders.startSettling();
    await vi.advanceTimersByTimeAsync(0);
    expect(shop.told).toEqual(['paid a']);
    await openPaid(shop, 'b');
    await vi.advanceTimersByTimeAsync(4999);
    expect(shop.told).toEqual(['paid a']);
    await vi.advanceTimersByTimeAsync(1);
    expect(shop.told).toEqual(['paid a', 'paid b']);
    await loop.stop();
    await openPaid(shop, 'c');
    await vi.advanceTimersByTimeAsync(5000);
    expect(shop.told).toEqual(['paid a', 'paid b']);
  });

  it('rests only when less is due than it takes at a time', async () => {
    const shop = openShop();
    for (const key of ['a', 'b', 'c']) await openPaid(shop, key);
    const loop = shop.orders.startSettling({ limit: 1 });
    await vi.advanceTimersByTimeAsync(0);
    expect(shop.told).toEqual(['paid a', 'paid b', 'paid c']);
    await loop.stop();
  });

  it('goes on when the database is back, and tells the shop’s log that it was away', async () => {
    const shop = openShop();
    await openPaid(shop, 'a');
    const away = new Error('the database is away');
    vi.spyOn(shop.store, 'claimDue').mockRejectedValueOnce(away);
    const loop = shop.orders.startSettling();
    await vi.advanceTimersByTimeAsync(0);
    expect([shop.problems, shop.told]).toEqual([[away], []]);
    await vi.advanceTimersByTimeAsync(5000);
    expect(shop.told).toEqual(['paid a']);
    await loop.stop();
  });

  it('asks about no further order once it is stopped, and has stopped when the one under way is settled', async () => {
    const shop = openShop();
    for (const key of ['a', 'b']) await openPaid(shop, key);
    let answer = (): void => undefined;
    const { query } = shop.gateway.iotpay;
    vi.spyOn(shop.gateway.iotpay, 'query').mockImplementationOnce(async (request) => {
      await new Promise<void>((resolve) => (answer = resolve));
      return query(request);
    });
    const loop = shop.orders.startSettling({ atOnce: 1 });
    await vi.advanceTimersByTimeAsync(0);
    const stopped = vi.fn();
    const stop = loop.stop().then(stopped);
    await vi.advanceTimersByTimeAsync(0);
    expect(stopped).not.toHaveBeenCalled();
    answer();
    await stop;
    expect(shop.told).toEqual(['paid a']);
  });
});

describe('events', () => {
  it('gives the events of an order in their order, again until they are done, with the present order', async () => {
    const shop = openShop();
    const { order } = await shop.orders.checkout(sale);
    shop.gateway.pay(order.mchOrderNo, 'paid');
    await shop.deliver();
    await shop.orders.refund({ mchOrderNo: order.mchOrderNo, key: 'r' });
    const kinds = async () => (await shop.orders.events.take(9)).map(({ kind }) => kind);
    const [event] = await shop.orders.events.take(9);
    expect(event).toMatchObject({ kind: 'paid', order: { state: 'refunded', key: 'k' } });
    expect(await kinds()).toEqual([]);
    shop.gateway.advance(2 * minute);
    expect(await kinds()).toEqual(['paid']);
    await event?.done();
    expect(await kinds()).toEqual(['refunded']);
  });
});

describe('createOrders', () => {
  it.each([
    { url: 'http://shop.example/pay' },
    { url: 'https://shop.example/pay?x=1' },
    { url: '/pay' },
    { url: `https://shop.example/${'x'.repeat(200)}` },
    { secret: 'short' },
    { returnTo: 'javascript:alert(1)' },
    { origins: ['https://shop.example/path'] },
    { onPaid: undefined as never },
  ])('refuses %j, and says what is right', (wrong) => {
    expect(() => openShop(wrong)).toThrow(/must|required/);
  });

  it('lists orders page by page', async () => {
    const shop = openShop();
    for (let i = 0; i < 5; i++) await shop.orders.checkout({ key: `k${i}`, amount: 100 });
    const first = await shop.orders.list({ limit: 3 });
    const second = await shop.orders.list({ limit: 3, after: first.next });
    expect([...first.orders, ...second.orders].map(({ key }) => key)).toEqual(['k4', 'k3', 'k2', 'k1', 'k0']);
    expect(second.next).toBeUndefined();
    await expect(shop.orders.list({ limit: 501 })).rejects.toThrow('limit');
  });

  it('shows no secureId in what it gives the shop', async () => {
    const shop = openShop();
    const { order } = await shop.orders.checkout(sale);
    expect(JSON.stringify(await shop.orders.find(order.mchOrderNo))).not.toContain('secure-');
  });
});
