import { createOrderNo, toCents } from 'react-iotpay/server';
import { askIotPay } from '../../../shop/askIotPay';
import { currentCart } from '../../../shop/cart';
import { iotpay } from '../../../shop/iotpay';
import { findFreshOrder, openOrder, type Order, ordersOf } from '../../../shop/orders';
import { product } from '../../../shop/product';

/** What the card form needs to begin, or that there is nothing to begin: the cart is paid, or nobody knows whether it is. */
export type Checkout =
  { mchOrderNo: string; secureId: string } | { mchOrderNo: string; settled: 'paid' | 'unknown' };

/** The order that the cart has already: a paid one, one that may be paid, or one whose form can be given again. */
async function standingOrder(cartId: string): Promise<Order | undefined> {
  const asked = await Promise.all(ordersOf(cartId).map(askIotPay));
  const paid = asked.find(({ order }) => order.state === 'paid');
  const fresh = findFreshOrder(cartId);
  // One that IOTPay does not speak of may be paid as well, but to give its form again sells nothing twice.
  const undecided = asked.find(
    ({ order, isUntouched }) =>
      order.state === 'open' && !isUntouched && order.mchOrderNo !== fresh?.mchOrderNo,
  );
  return paid?.order ?? undecided?.order ?? fresh;
}

/**
 * Opens an order at IOTPay and here, or gives the cart's open one again: a reload is no second purchase. The amount is the server's
 * own; the browser gets the `secureId` and never the key.
 */
export async function POST(): Promise<Response> {
  const { SHOP_URL = '' } = process.env;
  const cartId = await currentCart();
  const standing = await standingOrder(cartId);
  if (standing) return answer(standing);

  const mchOrderNo = createOrderNo();
  const amount = toCents(product.price);
  const { secureId } = await iotpay.purchase({
    mchOrderNo,
    amount,
    channel: 'PF_CC',
    subject: product.name,
    notifyUrl: `${SHOP_URL}/api/iotpay`,
    returnUrl: `${SHOP_URL}/orders/${mchOrderNo}`,
  });
  return answer(openOrder({ mchOrderNo, cartId, amount, secureId }));
}

function answer({ mchOrderNo, secureId, state, hasBegun }: Order): Response {
  const checkout: Checkout =
    state === 'open' && !hasBegun
      ? { mchOrderNo, secureId }
      : { mchOrderNo, settled: state === 'paid' ? 'paid' : 'unknown' };
  return Response.json(checkout);
}
