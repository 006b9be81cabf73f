import { readOrderStatus, type IotPay, type IotPayOrder } from 'react-iotpay/server';
import type { Order, Orders, SettledBy } from './orders';

/** Turns what the gateway says into the state of the shop's orders. */
export interface Settlement {
  /** Applies a report that is known to come from the gateway. Any number of times: the first one counts. */
  apply(report: IotPayOrder, by: SettledBy): Promise<Order>;
  /** Asks the gateway once about an order that may not be decided yet, for a customer who waits for the answer. */
  ask(order: Order): Promise<Order>;
  /** Asks for an order whose customer may be gone, with some patience: an order that is pending may be paid a second later. */
  settle(order: Order, signal: AbortSignal): Promise<Order>;
}

export interface SettlementParts {
  iotpay: Pick<IotPay, 'query' | 'waitForResult'>;
  orders: Orders;
  /** Gets the payments that came in on top of the one that paid the order. */
  log: (problem: unknown) => void;
}

/** As often as fits, with every answer as late as the client allows, into the two minutes that a claim lasts at least. */
const attempts = 3;

export function createSettlement({ iotpay, orders, log }: SettlementParts): Settlement {
  async function recordPayment(report: IotPayOrder, by: SettledBy): Promise<Order> {
    const { mchOrderNo, payOrderId, amount, currency, cardNum } = report;
    const recorded = await orders.recordPayment({ mchOrderNo, payOrderId, amount, currency, cardNum, by });
    if (recorded.effect === 'surplus') {
      log(new Error(`Order ${mchOrderNo} was paid again: payment ${payOrderId} has to be given back.`));
    }
    return recorded.order;
  }

  async function existing(mchOrderNo: string): Promise<Order> {
    const order = await orders.find(mchOrderNo);
    if (order) return order;
    throw new Error(`The gateway spoke of order ${mchOrderNo}, which is not ours.`);
  }

  function apply(report: IotPayOrder, by: SettledBy): Promise<Order> {
    switch (readOrderStatus(report)) {
      case 'paid':
        return recordPayment(report, by);
      case 'failed':
        return orders.close(report.mchOrderNo, 'failed', by);
      default:
        return existing(report.mchOrderNo);
    }
  }

  /** An order that can't be paid any more ends here, if the gateway says that nothing was paid: `unknown` is not that. */
  async function expire(order: Order): Promise<Order> {
    if (order.state !== 'open' || order.session.expiresAt > Date.now()) return order;
    return orders.close(order.mchOrderNo, 'expired', 'query');
  }

  async function conclude(report: IotPayOrder): Promise<Order> {
    const order = await apply(report, 'query');
    // Pending is a form that nobody has filled in, or a saved card that the bank is thinking about: that has no end.
    const isForm = 'secureId' in order.session;
    return isForm && readOrderStatus(report) === 'pending' ? expire(order) : order;
  }

  async function look(order: Order, patience: { attempts: number; signal?: AbortSignal }): Promise<Order> {
    const result = await iotpay.waitForResult({ mchOrderNo: order.mchOrderNo, ...patience });
    if (result.status !== 'unknown' || !result.error) return result.order ? conclude(result.order) : order;
    // A call with a saved card may not have arrived yet: the order stays open.
    if (result.error.code === 'order_not_found' && 'cardId' in order.session) return order;
    throw result.error;
  }

  return {
    apply,
    async ask(order) {
      if (order.state === 'paid') return order;
      // The call with a saved card may never have arrived: then the gateway does not know the order yet, if ever.
      if ('cardId' in order.session) return look(order, { attempts: 1 });
      return conclude(await iotpay.query({ mchOrderNo: order.mchOrderNo }));
    },
    settle: (order, signal) => look(order, { attempts, signal }),
  };
}
