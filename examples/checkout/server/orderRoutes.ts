import { Router } from 'express';
import { viewOf, type Orders } from './orders';
import { findOwnOrder } from './ownOrder';
import type { Settlement } from './settlement';

/** An order's true state, for the customer whose order it is. */
export function orderRoutes(orders: Orders, settlement: Settlement): Router {
  const router = Router();

  router.get('/orders/:mchOrderNo', async (request, response) => {
    response.json(viewOf(await findOwnOrder(orders, request.params.mchOrderNo, response)));
  });

  router.post('/orders/:mchOrderNo/refresh', async (request, response) => {
    const order = await findOwnOrder(orders, request.params.mchOrderNo, response);
    response.json(viewOf(await settlement.ask(order)));
  });

  return router;
}
