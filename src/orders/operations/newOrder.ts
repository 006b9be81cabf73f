import { createOrderNo } from 'react-iotpay/server';
import { IotPayOrdersError } from '../errors';
import { nextAskAt } from '../ledger/schedule';
import type { Sale } from '../options';
import type { OrderMethod } from '../order';
import type { StoredOrder } from '../stores/store';

const maxCents = 2 ** 31 - 1;

/** @throws IotPayOrdersError `invalid_request` */
export function checkSale(sale: Sale): void {
  const { key, amount, customer } = sale as { [Name in keyof Sale]?: unknown };
  if (typeof key !== 'string' || key === '' || key.length > 200) {
    throw invalid('key must be a text of 1 to 200 characters that names what is sold');
  }
  if (!Number.isInteger(amount) || Number(amount) < 1 || Number(amount) > maxCents) {
    throw invalid(`amount must be whole cents, 1 to ${maxCents}`);
  }
  if (customer !== undefined && (typeof customer !== 'string' || customer === '' || customer.length > 200)) {
    throw invalid('customer must be a text of 1 to 200 characters');
  }
}

function invalid(message: string): IotPayOrdersError {
  return new IotPayOrdersError('invalid_request', `The order was not opened: ${message}.`);
}

/** An order that nobody has paid yet. */
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
