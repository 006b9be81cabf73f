import { createOrderNo, toCents } from 'react-iotpay/server';
import { iotpay } from '../../../shop/iotpay';
import { openOrder } from '../../../shop/orders';
import { product } from '../../../shop/product';

/** What the card form needs to begin. */
export interface Checkout {
  secureId: string;
  mchOrderNo: string;
}

/** Opens an order here and at IOTPay. The amount is the server's own; the browser gets the `secureId` and never the key. */
export async function POST(): Promise<Response> {
  const { SHOP_URL = '' } = process.env;
  const mchOrderNo = createOrderNo();
  const amount = toCents(product.price);
  openOrder({ mchOrderNo, amount });

  const { secureId } = await iotpay.purchase({
    mchOrderNo,
    amount,
    channel: 'PF_CC',
    subject: product.name,
    notifyUrl: `${SHOP_URL}/api/iotpay`,
    returnUrl: `${SHOP_URL}/orders/${mchOrderNo}`,
  });
  return Response.json({ secureId, mchOrderNo } satisfies Checkout);
}
