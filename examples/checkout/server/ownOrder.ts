import type { Response } from 'express';
import { customerOf } from './customer';
import { HttpError } from './httpError';
import type { Order, Orders } from './orders';

/**
 * An order, for the customer whose order it is.
 *
 * @throws HttpError 404
 */
export async function findOwnOrder(
  orders: Pick<Orders, 'find'>,
  mchOrderNo: string,
  response: Response,
): Promise<Order> {
  const order = await orders.find(mchOrderNo);
  if (order?.customerId === customerOf(response)) return order;
  throw new HttpError(404, 'no_such_order', 'We know of no such order of yours.');
}
