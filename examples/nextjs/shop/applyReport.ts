import { type IotPayOrder, readOrderStatus } from 'react-iotpay/server';
import { changeOrder, findOrder, noteBegun, type Order, ordersOf } from './orders';

/** A secureId is valid for an hour, and a payment that begins in its last minute is decided a little later. */
const formIsOverAfter = 90 * 60_000;

/**
 * Records what IOTPay said of an order, any number of times and in any sequence: an order that is paid stays paid, and no other word
 * than IOTPay's moves one. Money that comes for an order which was given up makes it paid.
 *
 * @throws Error if the order is not the shop's, or is of another amount than was ordered
 */
export function applyReport(report: IotPayOrder, knownFrom: 'notification' | 'query'): Order {
  const { mchOrderNo, amount, currency } = report;
  const order = findOrder(mchOrderNo);
  if (!order) throw new Error(`IOTPay reports order ${mchOrderNo}, which is not ours.`);
  if (amount !== order.amount || currency !== order.currency) {
    throw new Error(
      `IOTPay reports order ${mchOrderNo} with ${amount} ${currency}, not ${order.amount} ${order.currency}.`,
    );
  }
  const status = readOrderStatus(report);
  if (status === 'paid') return pay(order, report.payOrderId, knownFrom);
  if (order.state !== 'open') return order;
  if (status === 'failed') return changeOrder(mchOrderNo, { state: 'failed', knownFrom });
  if (status === 'pending' && Date.now() - order.openedAt >= formIsOverAfter) {
    return changeOrder(mchOrderNo, { state: 'expired', knownFrom });
  }
  // Status 1, or a card number: somebody has begun to pay.
  if (status === 'unknown' || report.cardNum !== undefined) noteBegun(order);
  return findOrder(mchOrderNo) ?? order;
}

function pay(order: Order, payOrderId: string, knownFrom: 'notification' | 'query'): Order {
  const { mchOrderNo, cartId, state } = order;
  if (state === 'paid') {
    if (payOrderId !== order.payOrderId)
      alarm(`Order ${mchOrderNo} was paid again by ${payOrderId}: give it back.`);
    return order;
  }
  const isSurplus = ordersOf(cartId).some((other) => other.state === 'paid');
  if (isSurplus) alarm(`Order ${mchOrderNo} was paid although its cart is: give ${payOrderId} back.`);
  else if (state !== 'open') alarm(`Order ${mchOrderNo} was paid after it had been given up: look at it.`);
  return changeOrder(mchOrderNo, { state: 'paid', payOrderId, isSurplus, knownFrom });
}

/** Stands for whatever wakes somebody up in your shop. */
function alarm(message: string): void {
  console.error(message);
}
