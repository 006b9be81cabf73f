import { iotpay } from './iotpay';
import { decideOrder, findOrder, type Order } from './orders';

/** The order as far as anybody knows it by now. While no notification has decided it, IOTPay is asked. */
export async function confirmOrder(mchOrderNo: string): Promise<Order | undefined> {
  const order = findOrder(mchOrderNo);
  if (order?.state !== 'open') return order;

  const result = await iotpay.waitForResult({ mchOrderNo, attempts: 1 });
  const isOurs = result.order?.amount === order.amount && result.order.currency === order.currency;
  // Neither paid nor failed is no reason to guess: the order stays open, and the page asks again.
  if ((result.status === 'paid' || result.status === 'failed') && isOurs) {
    decideOrder(mchOrderNo, result.status, 'query');
  }
  return findOrder(mchOrderNo);
}
