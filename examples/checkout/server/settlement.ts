import { readOrderStatus, type IotPay, type IotPayOrder } from 'react-iotpay/server';
import type { Order, Orders, SettledBy } from './orders';

/** Turns what the gateway says into the state of the shop's orders. */
export interface Settlement {
  /** Applies a report that is known to come from the gateway. Any number of times: the first one counts. */
  apply(report: IotPayOrder, by: SettledBy): Promise<Order>;
  /** Asks the gateway about an order that may not be decided yet. */
  ask(order: Order): Promise<Order>;
}

export function createSettlement(iotpay: Pick<IotPay, 'query'>, orders: Orders): Settlement {
  async function apply(report: IotPayOrder, by: SettledBy): Promise<Order> {
    const order = await orders.find(report.mchOrderNo);
    if (!order) throw new Error(`The gateway spoke of order ${report.mchOrderNo}, which is not ours.`);
    if (report.amount !== order.amount || report.currency !== order.currency) {
      throw new Error(`The gateway's amount for order ${order.mchOrderNo} is not what was ordered.`);
    }
    const { mchOrderNo } = order;
    switch (readOrderStatus(report.status)) {
      case 'paid': {
        const { payOrderId, cardNum } = report;
        return orders.markPaid({ mchOrderNo, payOrderId, cardNum, by });
      }
      case 'failed':
        return orders.close(mchOrderNo, 'failed', by);
      default:
        return order;
    }
  }

  return {
    apply,
    async ask(order) {
      if (order.state === 'paid') return order;
      return apply(await iotpay.query({ mchOrderNo: order.mchOrderNo }), 'query');
    },
  };
}
