import { beforeEach, describe, expect, it } from 'vitest';
import { createRefundsInPostgres } from '../../examples/checkout/server/refundsInPostgres';
import { sampleOrder, samplePayment, sampleRefund } from './sampleOrder';
import { server } from './freshDatabase';
import { shopDatabaseForFile } from './shopDatabase';

const shop = shopDatabaseForFile();

/** A paid order over 30.00 CAD. */
async function paidOrder(): Promise<string> {
  const order = sampleOrder();
  await shop.orders.create(order);
  await shop.orders.recordPayment(samplePayment(order));
  return order.mchOrderNo;
}

async function givenBack(mchOrderNo: string): Promise<unknown> {
  const [row] = await shop.database.query('SELECT given_back FROM orders WHERE mch_order_no = $1', [
    mchOrderNo,
  ]);
  return row?.given_back;
}

describe(`refunds on ${server}`, () => {
  const refunds = () => createRefundsInPostgres(shop.database);
  let mchOrderNo: string;

  beforeEach(async () => {
    mchOrderNo = await paidOrder();
  });

  it('are stored before anything is sent, and set their amount aside', async () => {
    const wish = sampleRefund({ mchOrderNo, amount: 1000 });
    const opened = await refunds().open(wish, 3000);
    expect(opened).toEqual({
      effect: 'opened',
      refund: { ...wish, state: 'pending', createdAt: expect.any(Number) as number },
    });
    expect(await refunds().find(wish.mchRefundNo)).toEqual(opened.refund);
    expect(await givenBack(mchOrderNo)).toBe(1000);
  });

  it('are one when one click comes many times at once', async () => {
    const refundKey = 'one-click';
    const opened = await Promise.all(
      Array.from({ length: 8 }, () =>
        refunds().open(sampleRefund({ mchOrderNo, refundKey, amount: 1000 }), 3000),
      ),
    );
    expect(opened.filter(({ effect }) => effect === 'opened')).toHaveLength(1);
    expect(opened.filter(({ effect }) => effect === 'known')).toHaveLength(7);
    expect(new Set(opened.map(({ refund }) => refund?.mchRefundNo)).size).toBe(1);
    expect(await givenBack(mchOrderNo)).toBe(1000);
  });

  it('are one when two people click at the same moment', async () => {
    const opened = await Promise.all([
      refunds().open(sampleRefund({ mchOrderNo, amount: 1000 }), 3000),
      refunds().open(sampleRefund({ mchOrderNo, amount: 1000 }), 3000),
    ]);
    expect(opened.map(({ effect }) => effect).sort()).toEqual(['opened', 'waiting']);
    expect(await refunds().of(mchOrderNo)).toHaveLength(1);
  });

  it('are refused to somebody who has not seen the one before', async () => {
    const first = sampleRefund({ mchOrderNo, amount: 1000 });
    await refunds().open(first, 3000);
    await refunds().settle(first.mchRefundNo, 'succeeded');
    const second = sampleRefund({ mchOrderNo, amount: 1000 });
    expect(await refunds().open(second, 3000)).toEqual({ effect: 'changed' });
    expect((await refunds().open(second, 2000)).effect).toBe('opened');
  });

  it('never come to more than was paid', async () => {
    await expect(refunds().open(sampleRefund({ mchOrderNo, amount: 3001 }), 3000)).rejects.toThrow();
    expect(await refunds().of(mchOrderNo)).toEqual([]);
  });

  it('are refused by the database for an order that is not paid', async () => {
    const order = sampleOrder();
    await shop.orders.create(order);
    const wish = sampleRefund({ mchOrderNo: order.mchOrderNo, amount: 1 });
    await expect(refunds().open(wish, 3000)).rejects.toThrow();
  });

  it('let go of their amount and their click when they fail', async () => {
    const wish = sampleRefund({ mchOrderNo });
    await refunds().open(wish, 3000);
    expect(await refunds().settle(wish.mchRefundNo, 'failed', 'not today')).toMatchObject({
      state: 'failed',
      reason: 'not today',
    });
    expect(await givenBack(mchOrderNo)).toBe(0);
    const again = sampleRefund({ mchOrderNo, refundKey: wish.refundKey });
    expect((await refunds().open(again, 3000)).effect).toBe('opened');
  });

  it('stay succeeded, and succeed also after they were given up', async () => {
    const wish = sampleRefund({ mchOrderNo });
    await refunds().open(wish, 3000);
    const given = await refunds().settle(wish.mchRefundNo, 'failed', 'not today');
    expect(await refunds().settle(wish.mchRefundNo, 'failed', 'not tomorrow either')).toEqual(given);
    const late = await refunds().settle(wish.mchRefundNo, 'succeeded');
    expect(late).toMatchObject({ state: 'succeeded' });
    expect(late).not.toHaveProperty('reason');
    expect(await givenBack(mchOrderNo)).toBe(3000);
    expect(await refunds().settle(wish.mchRefundNo, 'failed')).toEqual(late);
    expect(await givenBack(mchOrderNo)).toBe(3000);
  });

  it('take the place of a refused void in one step, unless it has succeeded after all', async () => {
    const wish = sampleRefund({ mchOrderNo, kind: 'void' });
    const { refund: refused } = await refunds().open(wish, 3000);
    if (!refused) return expect.fail('not opened');
    const by = { kind: 'refund', mchRefundNo: sampleRefund({ mchOrderNo }).mchRefundNo } as const;
    const next = await refunds().replace(refused, by, 'settled');
    expect(next).toMatchObject({ ...by, state: 'pending', amount: 3000 });
    expect(await givenBack(mchOrderNo)).toBe(3000);

    await refunds().settle(by.mchRefundNo, 'succeeded');
    const third = { kind: 'refund', mchRefundNo: sampleRefund({ mchOrderNo }).mchRefundNo } as const;
    expect(next && (await refunds().replace(next, third, 'settled'))).toBeUndefined();
    expect(await refunds().of(mchOrderNo)).toHaveLength(2);
  });

  it('are claimed by one process at a time, and left alone at first', async () => {
    const wish = sampleRefund({ mchOrderNo });
    await refunds().open(wish, 3000);
    expect(await refunds().claimDue()).toBeUndefined();
    await shop.database.query('UPDATE refunds SET next_check_at = now() WHERE mch_refund_no = $1', [
      wish.mchRefundNo,
    ]);
    const claims = await Promise.all([refunds().claimDue(), refunds().claimDue()]);
    expect(claims.filter(Boolean).map((refund) => refund?.mchRefundNo)).toEqual([wish.mchRefundNo]);
  });
});
