import type { Order, Refund } from 'react-iotpay/orders';
import type { OrderDetails, RefundsView, RefundView, Sold } from '../api';

const sumOf = (refunds: readonly { amount: number }[]) =>
  refunds.reduce((sum, { amount }) => sum + amount, 0);

/** The payment that pays for the order, or else one that has to be given back. */
function paymentOf({ payments }: Order<Sold>) {
  return payments.find(({ surplus }) => !surplus) ?? payments[0];
}

const viewOfRefund = ({ mchRefundNo, kind, amount, state, reason }: Refund): RefundView => {
  return { mchRefundNo, kind, amount, state, reason };
};

/** What of an order has been given back, is on its way and is left; nothing, if nothing is paid. */
export function refundsOf(order: Order<Sold>): RefundsView | undefined {
  const payment = paymentOf(order);
  if (!payment) return undefined;
  const refunds = order.refunds.filter(({ payOrderId }) => payOrderId === payment.payOrderId);
  return {
    paid: payment.amount,
    refunded: sumOf(refunds.filter(({ state }) => state === 'succeeded')),
    left: payment.amount - sumOf(refunds.filter(({ state }) => state !== 'failed')),
    refunds: refunds.map(viewOfRefund),
  };
}

/** What the order's page shows. */
export function viewOfOrder(order: Order<Sold>): OrderDetails {
  const { mchOrderNo, state, amount, createdAt, settledAt, data } = order;
  const payment = paymentOf(order);
  return {
    mchOrderNo,
    state,
    total: amount,
    createdAt,
    settledAt,
    bag: data.bag,
    cardNum: payment?.cardNum,
    surplus: payment?.surplus !== undefined,
    refunds: refundsOf(order),
  };
}
