import { Router } from 'express';
import type { RefreshRequest } from '../api';
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
    // The browser's word that a form was used proves nothing, but it is reason enough to sell nothing else meanwhile.
    const { hasBegun } = (request.body ?? {}) as Partial<RefreshRequest>;
    if (hasBegun === true && order.state === 'open') await orders.noteBegun(order.mchOrderNo);
    const asked = await settlement.ask(order);
    response.json(viewOf(asked.order, asked.undecided));
  });

  return router;
}
