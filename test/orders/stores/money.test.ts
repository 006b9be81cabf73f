import type { PGlite } from '@electric-sql/pglite';
import { postgresStore } from 'react-iotpay/orders';
import { beforeEach, describe, expect, it } from 'vitest';
import { freshSchema, sharedPglite } from '../embedded/pglite';

let pglite: PGlite;
let s: string;

beforeEach(async () => {
  pglite = await sharedPglite();
  s = freshSchema();
  await postgresStore(pglite, { schema: s }).migrate();
});

const sql = (text: string) => pglite.query(text.replaceAll('iotpay.', `${s}.`));

const order = (number: string, more: Record<string, unknown> = {}) => {
  const row = {
    mch_order_no: number,
    key: `k-${number}`,
    holds_key: true,
    amount: 2434,
    currency: 'CAD',
    method: 'wallet',
    state: 'open',
    late: false,
    attention: false,
    created_at: '2024-05-17T12:00:00Z',
    asks: 0,
    absences: 0,
    version: 0,
    ...more,
  };
  return sql(
    `INSERT INTO iotpay.orders SELECT n.* FROM jsonb_populate_record(null::iotpay.orders, '${JSON.stringify(row)}') n`,
  );
};

const pay = (payOrderId: string, number: string, more: Record<string, unknown> = {}) => {
  const row = {
    pay_order_id: payOrderId,
    mch_order_no: number,
    pays_key: `k-${number}`,
    amount: 2434,
    currency: 'CAD',
    returned: 0,
    recorded_at: '2024-05-17T12:01:00Z',
    ...more,
  };
  return sql(
    `INSERT INTO iotpay.payments SELECT n.* FROM jsonb_populate_record(null::iotpay.payments, '${JSON.stringify(row)}') n`,
  );
};

const refund = (number: string, payOrderId: string, orderNo: string, amount: number, state = 'pending') =>
  sql(
    `INSERT INTO iotpay.refunds (mch_refund_no, mch_order_no, pay_order_id, key, kind, amount, state, created_at, settled_at)
     VALUES ('${number}', '${orderNo}', '${payOrderId}', '${number}', 'refund', ${amount}, '${state}', now(),
       ${state === 'pending' ? 'NULL' : 'now()'})`,
  );

const setPaid = (number: string) =>
  sql(`UPDATE iotpay.orders SET state = 'paid', settled_at = now() WHERE mch_order_no = '${number}'`);

describe('the database refuses, even by plain SQL,', () => {
  beforeEach(async () => {
    await order('A');
    await order('B');
    await pay('P', 'A');
    await setPaid('A');
  });

  it('refuses, even by plain SQL, a second payment that counts for a key', async () => {
    await expect(pay('Q', 'A')).rejects.toThrow('payments_pays_key');
    await pay('Q', 'A', { pays_key: null, surplus: 'paid_before' });
  });

  it('refuses, even by plain SQL, a payment that counts for another order’s key, or with another amount or currency than was ordered', async () => {
    await expect(pay('Q', 'B', { pays_key: 'k-C' })).rejects.toThrow('is not what order B');
    await expect(pay('Q', 'B', { amount: 2433 })).rejects.toThrow('is not what order B');
    await expect(pay('Q', 'B', { currency: 'USD' })).rejects.toThrow('is not what order B');
    await expect(sql(`UPDATE iotpay.payments SET amount = 1`)).rejects.toThrow('is not what order A');
    await pay('Q', 'B', { amount: 2433, pays_key: null, surplus: 'amount_differs' });
  });

  it('refuses, even by plain SQL, a payment that neither counts nor is a surplus', async () => {
    await expect(pay('Q', 'B', { pays_key: null })).rejects.toThrow('check');
  });

  it('refuses, even by plain SQL, two orders that hold one key', async () => {
    await expect(order('C', { key: 'k-B' })).rejects.toThrow('orders_one_holder');
    await order('C', { key: 'k-B', holds_key: false });
  });

  it('refuses, even by plain SQL, a paid order without a payment, and a failed one with one that counts', async () => {
    await expect(setPaid('B')).rejects.toThrow('Order B');
    for (const state of ['failed', 'expired']) {
      const change = `state = '${state}', reason = 'declined', holds_key = false`;
      await expect(sql(`UPDATE iotpay.orders SET ${change} WHERE mch_order_no = 'A'`)).rejects.toThrow(
        'Order A',
      );
    }
    await expect(
      sql(`UPDATE iotpay.orders SET state = 'open', settled_at = NULL WHERE mch_order_no = 'A'`),
    ).rejects.toThrow('Order A');
  });

  it('refuses, even by plain SQL, an invalid amount', async () => {
    for (const amount of [0, -1]) await expect(order('C', { amount })).rejects.toThrow('check');
    await expect(refund('R', 'P', 'A', 0)).rejects.toThrow('check');
  });

  it('refuses, even by plain SQL, more given back or on its way back than was paid, by one refund or several', async () => {
    await expect(refund('R', 'P', 'A', 2435)).rejects.toThrow('More would');
    await refund('R', 'P', 'A', 2000);
    await expect(refund('S', 'P', 'A', 435)).rejects.toThrow('More would');
    await expect(sql(`UPDATE iotpay.refunds SET amount = 2435`)).rejects.toThrow('More would');
    await sql(`UPDATE iotpay.refunds SET state = 'failed', settled_at = now()`);
    await refund('S', 'P', 'A', 2434, 'succeeded');
    await expect(
      sql(`UPDATE iotpay.refunds SET state = 'succeeded' WHERE mch_refund_no = 'R'`),
    ).rejects.toThrow('check');
  });

  it('refuses, even by plain SQL, a refund out of another order’s payment', async () => {
    await expect(refund('R', 'P', 'B', 100)).rejects.toThrow('foreign key');
  });

  it('refuses, even by plain SQL, to delete a refund while it counts', async () => {
    await refund('R', 'P', 'A', 2000);
    await sql(`UPDATE iotpay.refunds SET state = 'succeeded', settled_at = now()`);
    await sql(`DELETE FROM iotpay.refunds`);
    await refund('S', 'P', 'A', 2434);
  });

  it('refuses, even by plain SQL, two refunds of one key, until the first has failed', async () => {
    await refund('R', 'P', 'A', 10);
    await sql(`UPDATE iotpay.refunds SET key = 'k'`);
    await refund('S', 'P', 'A', 10);
    await expect(sql(`UPDATE iotpay.refunds SET key = 'k'`)).rejects.toThrow('refunds_one_per_key');
    await sql(`UPDATE iotpay.refunds SET state = 'failed', settled_at = now() WHERE mch_refund_no = 'R'`);
    await sql(`UPDATE iotpay.refunds SET key = 'k'`);
  });
});
