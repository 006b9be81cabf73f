import { type Response, Router } from 'express';
import type { Order, Orders, Sql } from 'react-iotpay/orders';
import type { BagView, OrderLine, Sold } from '../api';
import { type Bag, createBags } from './bags';
import { customerOf } from './customer';
import { HttpError } from './errors';
import { viewOfOrder } from './orderView';
import { priceBag } from './priceBag';
import { giveBack } from './refundDesk';

/** The shop's own routes: the customer's bag and orders; and, because this is a demo, the refund desk. */
export function shopRoutes(database: Sql, orders: Orders<Sold>): Router {
  const router = Router();
  const bags = createBags(database);

  async function showBag(response: Response, { id, revision, items }: Bag): Promise<void> {
    const unseenOrder = await bags.unseenOrder(customerOf(response));
    response.json({ id, revision, items, ...priceBag(items), unseenOrder } satisfies BagView);
  }

  router.get('/bag', async (_request, response) => {
    await showBag(response, await bags.current(customerOf(response)));
  });

  router.put('/bag', async (request, response) => {
    const { id, items } = (request.body ?? {}) as Partial<BagView>;
    const wanted = priceBag(items).lines.map(({ productId, quantity }) => ({ productId, quantity }));
    await showBag(response, await bags.change(customerOf(response), String(id), wanted));
  });

  /** @throws HttpError 404 */
  async function ownOrder(mchOrderNo: string, response: Response): Promise<Order<Sold>> {
    const order = await orders.find(mchOrderNo);
    if (order?.customer === customerOf(response)) return order;
    throw new HttpError(404, 'no_such_order', 'We know of no such order of yours.');
  }

  router.get('/orders', async (_request, response) => {
    const { orders: own } = await orders.list({
      customer: customerOf(response),
      state: ['paid', 'partly_refunded', 'refunded'],
    });
    const lines: OrderLine[] = own.map(({ mchOrderNo, state, amount, createdAt }) => ({
      mchOrderNo,
      state,
      total: amount,
      createdAt,
    }));
    response.json(lines);
  });

  router.get('/orders/:mchOrderNo', async (request, response) => {
    const order = await ownOrder(request.params.mchOrderNo, response);
    // A person waits for the end of a refund. The library asks about it by itself as well, but not every second.
    const isWaiting = order.refunds.some(({ state }) => state === 'pending');
    response.json(viewOfOrder(isWaiting ? await orders.confirm(order.mchOrderNo) : order));
    await bags.noteSeen(order.mchOrderNo);
  });

  // Here every customer may try it on their own orders. In a shop this route belongs behind the login of the staff alone.
  router.post('/orders/:mchOrderNo/refunds', async (request, response) => {
    const order = await ownOrder(request.params.mchOrderNo, response);
    response.json(viewOfOrder(await giveBack(orders, order, request.body)));
  });

  return router;
}
