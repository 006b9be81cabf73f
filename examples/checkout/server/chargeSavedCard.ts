import { createOrderNo, type IotPay, type IotPayOrder, isIotPayServerError } from 'react-iotpay/server';
import type { SavedCardPaymentView } from '../api';
import type { NewOrder, Order, Orders } from './orders';
import type { Settlement } from './settlement';
import { stillArrivingMs } from './stillArriving';

interface ChargeParts {
  iotpay: Pick<IotPay, 'purchaseWithToken'>;
  orders: Orders;
  settlement: Settlement;
  notifyUrl: string;
}

/** `held` is the order of an earlier request with the same checkout key: nothing was charged for this one. */
export type Charged = { held: Order } | { view: SavedCardPaymentView };

type Attempt = Pick<NewOrder, 'customerId' | 'checkoutKey' | 'bag'> & { cardId: string };

/**
 * Stores an order, then charges a saved card for it, once. Whatever happens after that, the order's number is known: where the
 * answer is lost, the order stays open, and is asked about, never charged again.
 *
 * @throws IotPayServerError if the gateway can't have got the call. The order is closed: the customer may try again.
 */
export async function chargeSavedCard(parts: ChargeParts, attempt: Attempt): Promise<Charged> {
  const { iotpay, orders, settlement, notifyUrl } = parts;
  const { cardId, ...order } = attempt;
  const mchOrderNo = createOrderNo();
  const amount = order.bag.total;
  const session = { cardId, expiresAt: Date.now() + stillArrivingMs };
  const stored = await orders.create({
    ...order,
    mchOrderNo,
    channel: 'PF_CC',
    amount,
    currency: 'CAD',
    session,
  });
  if (stored.mchOrderNo !== mchOrderNo) return { held: stored };

  let report: IotPayOrder;
  try {
    const subject = 'Fogline Coffee Roasters';
    report = await iotpay.purchaseWithToken({ mchOrderNo, cardId, amount, notifyUrl, subject });
  } catch (error) {
    // Anything else than the client's own errors tells nothing about the payment.
    if (!isIotPayServerError(error)) throw error;
    if (error.code === 'outcome_unknown') return { view: { mchOrderNo, state: 'open' } };
    const { state } = await orders.close(mchOrderNo, 'failed', 'query');
    if (error.code !== 'gateway_refused' && error.code !== 'card_not_bound') throw error;
    return { view: { mchOrderNo, state, ...(error.retMsg && { reason: error.retMsg }) } };
  }
  const { state } = await settlement.apply(report, 'query');
  return { view: { mchOrderNo, state } };
}
