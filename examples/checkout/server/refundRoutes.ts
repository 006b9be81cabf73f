import { Router } from 'express';
import { toCents } from 'react-iotpay/server';
import type { RefundRequest, RefundsView } from '../api';
import { HttpError } from './httpError';
import type { Order, Orders } from './orders';
import { findOwnOrder } from './ownOrder';
import type { Refunding } from './refunding';
import { viewOfRefunds, type Refunds } from './refunds';

interface RefundParts {
  orders: Orders;
  refunds: Refunds;
  refunding: Refunding;
}

function readCents(typed: unknown): number {
  try {
    const cents = toCents(typeof typed === 'string' ? typed.trim().replace(/^\$\s*/, '') : '');
    if (cents > 0) return cents;
  } catch {
    // Answered below, as nothing is.
  }
  throw new HttpError(400, 'bad_amount', 'Type an amount in dollars, such as 12.50.');
}

function readRequest(body: unknown): { refundKey: string; amount: number; left: number } {
  const { refundKey, amount, left } = (body ?? {}) as Partial<RefundRequest>;
  if (typeof refundKey !== 'string' || !/^\S{8,200}$/.test(refundKey) || !Number.isSafeInteger(left)) {
    throw new HttpError(400, 'bad_refund', 'The refund could not be started. Reload the page.');
  }
  return { refundKey, amount: readCents(amount), left: Number(left) };
}

/**
 * Refunds and voids. Here every customer may try them on their own orders; in a shop these routes belong behind the login of the
 * staff, and nobody else's.
 */
export function refundRoutes({ orders, refunds, refunding }: RefundParts): Router {
  const router = Router();

  async function view(order: Order): Promise<RefundsView> {
    return viewOfRefunds(order, await refunds.of(order.mchOrderNo));
  }

  router.get('/orders/:mchOrderNo/refunds', async (request, response) => {
    response.json(await view(await findOwnOrder(orders, request.params.mchOrderNo, response)));
  });

  router.post('/orders/:mchOrderNo/refunds', async (request, response) => {
    const order = await findOwnOrder(orders, request.params.mchOrderNo, response);
    await refunding.giveBack(order, readRequest(request.body));
    response.json(await view(order));
  });

  router.post('/orders/:mchOrderNo/refunds/refresh', async (request, response) => {
    const order = await findOwnOrder(orders, request.params.mchOrderNo, response);
    const pending = (await refunds.of(order.mchOrderNo)).filter(({ state }) => state === 'pending');
    await Promise.all(pending.map((refund) => refunding.ask(refund)));
    response.json(await view(order));
  });

  return router;
}
