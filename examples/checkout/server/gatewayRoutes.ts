import { Router } from 'express';
import { createNotificationHandler, type IotPay } from 'react-iotpay/server';
import type { Orders } from './orders';
import type { Refunding } from './refunding';
import type { Refunds } from './refunds';
import type { Settlement } from './settlement';

interface GatewayParts {
  iotpay: IotPay;
  orders: Orders;
  settlement: Settlement;
  refunds: Pick<Refunds, 'find'>;
  refunding: Pick<Refunding, 'apply'>;
  log: (problem: unknown) => void;
}

/** Where the gateway comes in: its notifications, and the customers that it sends back. */
export function gatewayRoutes(parts: GatewayParts): Router {
  const { iotpay, orders, settlement, refunds, refunding, log } = parts;
  const router = Router();

  const notifications = createNotificationHandler({
    iotpay,
    expect: async ({ mchOrderNo }) => {
      const order = await orders.find(mchOrderNo);
      return order && { amount: order.amount, currency: order.currency };
    },
    onPayment: async (report) => {
      await settlement.apply(report, 'notification');
    },
    onRefund: async (report) => {
      await refunding.apply(report);
    },
    // What failed, or is not decided yet. An order that is in neither list was made by something else that has the same credentials.
    onOther: async (report) => {
      if (await orders.find(report.mchOrderNo)) await settlement.apply(report, 'notification');
      else if (await refunds.find(report.mchOrderNo)) await refunding.apply(report);
      else log(new Error(`The gateway told of order ${report.mchOrderNo}, which is not ours.`));
    },
    onReject: log,
    onError: log,
  });
  router.post('/notify', (request, response) => notifications.node(request, response));

  // The return URL's own `retCode` and `status` are not read: whoever has the customer's address bar can write them.
  // The gateway is asked instead, and its parameters are gone from the page that the customer sees. That somebody came back is a
  // reason to take the payment for begun: it can only keep the shop from selling more.
  router.get('/return/:mchOrderNo', async (request, response) => {
    const order = await orders.find(request.params.mchOrderNo);
    if (order?.state === 'open') {
      await orders.noteBegun(order.mchOrderNo);
      await settlement.ask(order).catch(log);
    }
    response.redirect(303, order ? `/orders/${order.mchOrderNo}` : '/');
  });

  return router;
}
