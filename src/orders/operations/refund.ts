import { createOrderNo } from 'react-iotpay/server';
import { IotPayOrdersError } from '../errors';
import { ask } from '../gateway/answer';
import { changeOf } from '../ledger/nextOrder';
import { type Payment, paymentOf, type Refund, refundOf, returnedOf } from '../order';
import { askAbout } from '../settling/askAbout';
import type { StoredOrder } from '../stores/store';
import { carryOutRefund } from './carryOutRefund';
import type { Desk } from './desk';

/** Describes the money to give back. */
export interface RefundWish {
  mchOrderNo: string;
  /** The shop's name for this refund. The same key gives the money back once, unless that has failed. */
  key: string;
  /** Whole cents; by default all that is left. */
  amount?: number | undefined;
  /** The payment to give back, if it is not the one that pays for the order, but a surplus. */
  payOrderId?: string | undefined;
}

/**
 * Gives money back. It voids the payment or refunds it, whichever the gateway still allows. The cents are reserved
 * before the gateway is called, so that no two refunds give back the same ones.
 *
 * @returns the refund: succeeded, failed by proof, or pending if the result is unknown
 * @throws IotPayOrdersError `unknown_order`, `not_paid`, `refund_too_large`, `key_in_use`, `invalid_request`, or
 *   `gateway_silent`. Then nothing was given back.
 */
export async function refund(desk: Desk, wish: RefundWish): Promise<Refund> {
  checkWish(wish);
  const { mchOrderNo, key } = wish;
  const order = await desk.read(mchOrderNo);
  const same = liveRefund(order, key);
  if (same) checkSameWish(same, wish);
  if (same) return same.state === 'pending' ? askAgain(desk, order, same) : same;

  const payment = paymentFor(order, wish);
  const left = await leftAtGateway(desk, payment);
  const mchRefundNo = createOrderNo();
  const stored = await desk.move(mchOrderNo, (before, now) => {
    if (liveRefund(before, key)) return undefined;
    const opened = openRefund(before, payment, wish, Math.min(left, payment.amount));
    return changeOf(
      before,
      { order: { asks: 0 }, refunds: [{ ...opened, mchRefundNo, createdAt: now }] },
      now,
    );
  });
  const mine = refundOf(stored, mchRefundNo);
  // Another process with the same key was faster.
  if (!mine) return refund(desk, wish);
  return carryOutRefund(desk, stored, mine);
}

function checkWish({ key, amount }: RefundWish): void {
  const isAmount = amount === undefined || (Number.isInteger(amount) && amount > 0);
  if (typeof key === 'string' && key !== '' && key.length <= 200 && isAmount) return;
  throw new IotPayOrdersError(
    'invalid_request',
    'Nothing was given back: key must be a text of 1 to 200 characters, and amount whole cents above 0.',
  );
}

/**
 * Refuses a key that another refund uses, because a customer who got that refund would believe that their own money
 * went back.
 */
function checkSameWish(
  same: Refund,
  { key, amount = same.amount, payOrderId = same.payOrderId }: RefundWish,
): void {
  if (amount === same.amount && payOrderId === same.payOrderId) return;
  throw new IotPayOrdersError(
    'key_in_use',
    `Nothing more was given back: the key ${JSON.stringify(key)} names a refund of ${same.amount} cents of payment ${same.payOrderId}.`,
  );
}

const liveRefund = ({ refunds }: StoredOrder, key: string) =>
  refunds.find((one) => one.key === key && one.state !== 'failed');

function paymentFor(order: StoredOrder, { payOrderId }: RefundWish): Payment {
  const payment = payOrderId ? order.payments.find((one) => one.payOrderId === payOrderId) : paymentOf(order);
  if (payment) return payment;
  throw new IotPayOrdersError('not_paid', `Order ${order.mchOrderNo} has no such payment to give back.`);
}

/**
 * The cents that the gateway would give back. They may be fewer than the shop knows, because money may have gone back
 * in IOTPay's own console.
 */
async function leftAtGateway(desk: Desk, { payOrderId, amount }: Payment): Promise<number> {
  const answer = await ask(desk.iotpay, { payOrderId });
  if (answer.kind === 'report') return answer.report.refundable ?? amount;
  const cause = answer.kind === 'nothing' ? answer.error : undefined;
  throw new IotPayOrdersError(
    'gateway_silent',
    'Nothing was given back: the gateway did not say how much is left of the payment. Try again.',
    cause,
  );
}

function openRefund(
  order: StoredOrder,
  payment: Payment,
  { key, amount: wished }: RefundWish,
  leftThere: number,
): Omit<Refund, 'mchRefundNo' | 'createdAt'> {
  const { payOrderId } = payment;
  const set = returnedOf(order, payOrderId, ['succeeded', 'pending']);
  const left = Math.min(payment.amount - set, leftThere);
  const amount = wished ?? left;
  if (amount > left || amount < 1) {
    throw new IotPayOrdersError(
      'refund_too_large',
      `Nothing was given back: ${Math.max(left, 0)} cents are left of payment ${payOrderId}.`,
    );
  }
  // Only a whole payment can be voided, and only the gateway knows whether it is too late for that.
  const kind = amount === payment.amount ? 'void' : 'refund';
  return { payOrderId, key, kind, amount, state: 'pending' };
}

async function askAgain(desk: Desk, order: StoredOrder, same: Refund): Promise<Refund> {
  const asked = await askAbout(desk, order, false);
  return refundOf(asked.order, same.mchRefundNo) ?? same;
}
