import { randomUUID } from 'node:crypto';
import { createOrderNo } from 'react-iotpay/server';
import type { NewOrder, Payment } from '../../examples/checkout/server/orders';
import type { NewRefund } from '../../examples/checkout/server/refunds';

/** An order of a new customer's, over 30.00 CAD. */
export function sampleOrder(changes: Partial<NewOrder> = {}): NewOrder {
  return {
    mchOrderNo: createOrderNo(),
    customerId: randomUUID(),
    checkoutKey: randomUUID(),
    channel: 'PF_CC',
    bag: {
      lines: [{ productId: 'deck-mug', name: 'Dëck 杯 "mug"', quantity: 2, unitPrice: 1500, amount: 3000 }],
      subtotal: 3000,
      taxes: [],
      total: 3000,
    },
    amount: 3000,
    currency: 'CAD',
    session: {
      secureId: '5f'.repeat(32),
      redirectUrl: 'https://ccapi.iotpaycloud.com/cc/purchase?key=5f',
    },
    ...changes,
  };
}

/** The payment for that order, by the notification. */
export function samplePayment({ mchOrderNo }: NewOrder, changes: Partial<Payment> = {}): Payment {
  return {
    mchOrderNo,
    payOrderId: `PC${createOrderNo()}`.slice(0, 30),
    amount: 3000,
    currency: 'CAD',
    cardNum: '432567******2266',
    by: 'notification',
    ...changes,
  };
}

/** A refund of all of that order. */
export function sampleRefund(changes: Partial<NewRefund> & Pick<NewRefund, 'mchOrderNo'>): NewRefund {
  return { mchRefundNo: createOrderNo(), refundKey: randomUUID(), kind: 'refund', amount: 3000, ...changes };
}
