import { applyReport } from './applyReport';
import { iotpay } from './iotpay';
import { findOrder, noteBegun, type Order } from './orders';

/** An order after a question about it. `isUntouched` if IOTPay has just said that nobody has begun to pay it. */
export interface AskedOrder {
  readonly order: Order;
  readonly isUntouched: boolean;
}

/**
 * Asks IOTPay how an order stands. A refusal or a lost answer tells nothing about the payment, so the order stays what it is and is
 * asked about again: also one that has failed or expired, for its money may come late.
 */
export async function askIotPay(order: Order): Promise<AskedOrder> {
  if (order.state === 'paid') return { order, isUntouched: false };
  try {
    const asked = applyReport(await iotpay.query({ mchOrderNo: order.mchOrderNo }), 'query');
    return { order: asked, isUntouched: asked.state === 'open' && !asked.hasBegun };
  } catch (error) {
    console.warn(`IOTPay does not say how order ${order.mchOrderNo} stands: ${String(error)}`);
    return { order: findOrder(order.mchOrderNo) ?? order, isUntouched: false };
  }
}

/** The order as far as anybody knows it by now, for the customer who comes from the form or from IOTPay's page. */
export async function confirmOrder(mchOrderNo: string): Promise<Order | undefined> {
  const order = findOrder(mchOrderNo);
  if (!order) return undefined;
  if (order.state === 'open') noteBegun(order);
  return (await askIotPay(order)).order;
}
