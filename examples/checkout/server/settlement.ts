import { readOrderStatus, type IotPay, type IotPayOrder } from 'react-iotpay/server';
import { askGateway, type GatewayAnswer } from './askGateway';
import type { Order, Orders, Payment } from './orders';

/** An order after a question about it. */
export interface AskedOrder {
  order: Order;
  /**
   * It is open, and it may be paid: its customer has begun, or the gateway did not say how it stands. While this is so, nothing else
   * is sold to the customer.
   */
  undecided: boolean;
}

/** Turns what the gateway says into the state of the shop's orders. */
export interface Settlement {
  /**
   * Applies a report that is known to come from the gateway. Any number of times, in any order: an order never goes back.
   *
   * @throws Error if it is about another amount or currency than was ordered, or about no order of the shop's
   */
  apply(report: IotPayOrder, by: Payment['by']): Promise<Order>;
  /** Asks the gateway once about an order, for a customer who waits for the answer. What the gateway doesn't say is logged. */
  ask(order: Order): Promise<AskedOrder>;
  /**
   * Asks about an order whose customer may be gone.
   *
   * @throws Error if the gateway does not say how the order stands
   */
  settle(order: Order, signal: AbortSignal): Promise<Order>;
}

export interface SettlementParts {
  iotpay: Pick<IotPay, 'query'>;
  orders: Orders;
  /** Gets the alarms: payments that were late or surplus. */
  log: (problem: unknown) => void;
}

export function createSettlement({ iotpay, orders, log }: SettlementParts): Settlement {
  async function recordPayment(report: IotPayOrder, by: Payment['by']): Promise<Order> {
    const { mchOrderNo, payOrderId, amount, currency, cardNum } = report;
    const recorded = await orders.recordPayment({ mchOrderNo, payOrderId, amount, currency, cardNum, by });
    if (recorded.effect === 'surplus') {
      log(new Error(`Payment ${payOrderId} for order ${mchOrderNo} is surplus: it has to be given back.`));
    }
    if (recorded.effect === 'late') {
      log(
        new Error(`Order ${mchOrderNo} was paid after it had been given up: look at it before you send it.`),
      );
    }
    return recorded.order;
  }

  async function checkOrdered({ mchOrderNo, amount, currency }: IotPayOrder): Promise<void> {
    const order = await orders.find(mchOrderNo);
    if (!order) throw new Error(`The gateway spoke of order ${mchOrderNo}, which is not ours.`);
    if ((amount ?? order.amount) === order.amount && (currency ?? order.currency) === order.currency) return;
    throw new Error(
      `What failed is not order ${mchOrderNo}: that is for ${order.amount} ${order.currency}, not ${amount} ${currency}.`,
    );
  }

  async function apply(report: IotPayOrder, by: Payment['by']): Promise<Order> {
    const { mchOrderNo } = report;
    switch (readOrderStatus(report)) {
      case 'paid':
        return recordPayment(report, by);
      case 'failed':
        await checkOrdered(report);
        return orders.noteUnpaid(mchOrderNo, 'failed', by);
      case 'pending':
        // Nobody has a card number before the customer has given it.
        if (report.cardNum !== undefined) await orders.noteBegun(mchOrderNo);
        return orders.noteUnpaid(mchOrderNo, 'pending', by);
      default:
        return orders.noteUnpaid(mchOrderNo, 'unknown', by);
    }
  }

  async function conclude(order: Order, answer: GatewayAnswer): Promise<Order> {
    switch (answer.said) {
      case 'order':
        return apply(answer.order, 'query');
      case 'missing':
        return orders.noteUnpaid(order.mchOrderNo, 'missing', 'query');
      case 'nothing':
        return (await orders.find(order.mchOrderNo)) ?? order;
    }
  }

  function silence({ mchOrderNo }: Order, cause: unknown): Error {
    return new Error(`The gateway does not say how order ${mchOrderNo} stands. It is asked again later.`, {
      cause,
    });
  }

  return {
    apply,
    async ask(asked) {
      if (asked.state === 'paid') return { order: asked, undecided: false };
      const answer = await askGateway(iotpay, asked.mchOrderNo);
      if (answer.said === 'nothing') log(silence(asked, answer.error));
      const order = await conclude(asked, answer);
      const isUntouched = answer.said === 'order' && !order.hasBegun;
      return { order, undecided: order.state === 'open' && !isUntouched };
    },
    async settle(order, signal) {
      const answer = await askGateway(iotpay, order.mchOrderNo, signal);
      const known = await conclude(order, answer);
      // The call with a saved card may never have arrived. A form was made by a call that the gateway has answered.
      const isStrange = answer.said === 'missing' && known.state === 'open' && 'secureId' in known.session;
      if (answer.said === 'nothing' || isStrange) throw silence(order, answer.error);
      return known;
    },
  };
}
