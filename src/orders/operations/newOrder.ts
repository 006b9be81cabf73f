import { createOrderNo } from 'react-iotpay/server';
import { nextAskAt } from '../ledger/schedule';
import type { Sale } from '../options';
import type { OrderMethod } from '../order';
import type { StoredOrder } from '../stores/store';

/** A new order without a payment. */
export function newOrder(
  sale: Sale,
  method: OrderMethod,
  now: number,
  more: Partial<StoredOrder>,
): StoredOrder {
  const { key, amount, data, customer } = sale;
  const order: StoredOrder = {
    mchOrderNo: createOrderNo(),
    key,
    customer,
    amount,
    currency: 'CAD',
    data,
    method,
    state: 'open',
    late: false,
    attention: false,
    payments: [],
    refunds: [],
    createdAt: now,
    version: 0,
    holdsKey: true,
    asks: 0,
    absences: 0,
    ...more,
  };
  return { ...order, nextAskAt: nextAskAt(order, now) };
}
