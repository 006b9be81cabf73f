import {
  createOrderNo,
  type IotPay,
  type IotPayOrder,
  isIotPayServerError,
  readOrderStatus,
} from 'react-iotpay/server';
import type { SavedCardPaymentView } from '../api';
import { isRefusal } from './isRefusal';
import type { NewOrder, Order, Orders } from './orders';
import type { Settlement } from './settlement';

interface ChargeParts {
  iotpay: Pick<IotPay, 'purchaseWithToken'>;
  orders: Orders;
  settlement: Settlement;
  notifyUrl: string;
}

/** `held` is the order that stood in the way: nothing was charged for this request. */
export type Charged = { held: Order } | { view: SavedCardPaymentView };

type Attempt = Pick<NewOrder, 'customerId' | 'checkoutKey' | 'bag'> & { cardId: string };

/**
 * Stores an order, then charges a saved card for it, once. Whatever happens after that, the order's number is known. Where the answer is
 * lost, or says no without a proof, the order stays open and is asked about. It is never charged again, and neither is another one
 * in its place.
 *
 * @throws IotPayServerError if the gateway can't have got the call. The order is closed: the customer may try again.
 */
export async function chargeSavedCard(parts: ChargeParts, attempt: Attempt): Promise<Charged> {
  const { iotpay, orders, settlement, notifyUrl } = parts;
  const { cardId, ...order } = attempt;
  const mchOrderNo = createOrderNo();
  const amount = order.bag.total;
  const stored = await orders.create({
    ...order,
    mchOrderNo,
    channel: 'PF_CC',
    amount,
    currency: 'CAD',
    session: { cardId },
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
    if (!isRefusal(error)) {
      await orders.noteUnpaid(mchOrderNo, 'failed', 'unsent');
      throw error;
    }
    // A FAIL alone proves nothing. An order of status 9 does, in the answer itself or by its number.
    const refused = 'order' in error ? error.order : undefined;
    const isProof = refused?.mchOrderNo === mchOrderNo && readOrderStatus(refused) === 'failed';
    const { state } =
      refused && isProof ? await settlement.apply(refused, 'query') : (await settlement.ask(stored)).order;
    return {
      view: { mchOrderNo, state, ...(state === 'failed' && error.retMsg && { reason: error.retMsg }) },
    };
  }
  const { state } = await settlement.apply(report, 'query');
  return { view: { mchOrderNo, state } };
}
