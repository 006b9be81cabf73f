import { isIotPayOrdersError, type Order, type Orders } from 'react-iotpay/orders';
import { toCents } from 'react-iotpay/server';
import type { RefundRequest, Sold } from '../api';
import { HttpError } from './errors';
import { refundsOf } from './orderView';

function readCents(typed: unknown): number {
  try {
    const cents = toCents(typeof typed === 'string' ? typed.trim().replace(/^\$\s*/, '') : '');
    if (cents > 0) return cents;
  } catch {
    // Answered below, as nothing is.
  }
  throw new HttpError(400, 'bad_amount', 'Type an amount in dollars, such as 12.50.');
}

const changed = () =>
  new HttpError(409, 'changed', 'Something was given back meanwhile. Look at what is left.');

/** The library's refusals, in words for the person who clicked. */
function explain(error: unknown): unknown {
  if (!isIotPayOrdersError(error)) return error;
  switch (error.code) {
    case 'not_paid':
      return new HttpError(409, 'not_paid', 'This order is not paid.');
    // Another person has ordered another refund on a page that said the same.
    case 'key_in_use':
      return changed();
    case 'refund_too_large':
      return new HttpError(409, 'too_much', 'That is more than is left of this payment.');
    case 'gateway_silent': {
      const message = 'Our payment service does not answer at the moment. Nothing was given back.';
      return new HttpError(502, 'gateway_silent', message, { cause: error });
    }
    default:
      return error;
  }
}

/**
 * Gives money back. The refund is named after what was left on the page that it was ordered on: two clicks, two people at two pages that
 * say the same, or a click whose answer was lost give the money back once, and an old page gives nothing back.
 *
 * @returns the order after it
 * @throws HttpError
 */
export async function giveBack(
  orders: Orders<Sold>,
  order: Order<Sold>,
  body: unknown,
): Promise<Order<Sold>> {
  const { mchOrderNo } = order;
  const { left, ...wish } = (body ?? {}) as Partial<RefundRequest>;
  const amount = readCents(wish.amount);
  const key = `left ${left}`;
  const isKnown = order.refunds.some((refund) => refund.key === key && refund.state !== 'failed');
  if (!isKnown && refundsOf(order)?.left !== left) throw changed();
  await orders.refund({ mchOrderNo, key, amount }).catch((error: unknown) => {
    throw explain(error);
  });
  return (await orders.find(mchOrderNo)) ?? order;
}
