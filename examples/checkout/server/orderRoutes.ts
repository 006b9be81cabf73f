import { Router, type Response } from 'express';
import { customerOf } from './customer';
import { HttpError } from './httpError';
import { viewOf, type Order, type Orders } from './orders';
import type { Settlement } from './settlement';

/** An order's true state, for the customer whose order it is. */
export function orderRoutes(orders: Orders, settlement: Settlement): Router {
  const router = Router();

  async function ownOrder(mchOrderNo: string, response: Response): Promise<Order> {
    const order = await orders.find(mchOrderNo);
    if (order?.customerId === customerOf(response)) return order;
    throw new HttpError(404, 'no_such_order', 'We know of no such order of yours.');
  }

  router.get('/orders/:mchOrderNo', async (request, response) => {
    response.json(viewOf(await ownOrder(request.params.mchOrderNo, response)));
  });

  router.post('/orders/:mchOrderNo/refresh', async (request, response) => {
    response.json(viewOf(await settlement.ask(await ownOrder(request.params.mchOrderNo, response))));
  });

  return router;
}
