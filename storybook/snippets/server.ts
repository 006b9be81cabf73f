import express from 'express';
import { createIotPay, createNotificationHandler, createOrderNo, toCents } from 'react-iotpay/server';

const { IOTPAY_MCH_ID: mchId = '', IOTPAY_LOGIN: loginName = '', IOTPAY_KEY: merchantKey = '' } = process.env;
const shop = process.env.SHOP_URL ?? '';

const iotpay = createIotPay({ environment: 'development', mchId, loginName, merchantKey });
const orders = new Map<string, { cartId: string; amount: number; isPaid: boolean }>(); // stands for your database
const app = express();

/** The knowledge about an order. Only proof moves it, and nothing moves it back. */
async function confirm(mchOrderNo: string): Promise<'paid' | 'failed' | 'unknown'> {
  const order = orders.get(mchOrderNo);
  if (!order) return 'unknown';
  const result = order.isPaid ? undefined : await iotpay.waitForResult({ mchOrderNo, attempts: 2 });
  if (result?.status === 'paid' && result.order.amount === order.amount) order.isPaid = true;
  if (order.isPaid) return 'paid';
  return result?.status === 'failed' ? 'failed' : 'unknown'; // unknown: ask again later
}

app.post('/api/checkout/:cartId', async ({ params: { cartId } }, response) => {
  const earlier = [...orders].flatMap(([mchOrderNo, order]) => (order.cartId === cartId ? [mchOrderNo] : []));
  const known = await Promise.all(earlier.map(confirm));
  if (known.includes('paid')) {
    response.json({ settled: 'paid' }); // never sell a cart twice
    return;
  }
  const mchOrderNo = createOrderNo();
  const amount = toCents('37.66'); // from your own prices: never from the browser
  orders.set(mchOrderNo, { cartId, amount, isPaid: false });
  const urls = { notifyUrl: `${shop}/iotpay/notify`, returnUrl: `${shop}/orders/${mchOrderNo}` };
  const { secureId } = await iotpay.purchase({ mchOrderNo, amount, channel: 'PF_CC', ...urls });
  response.json({ secureId });
});

const notifications = createNotificationHandler({
  iotpay,
  expect: ({ mchOrderNo }) => orders.get(mchOrderNo), // another amount or an unknown order is refused
  onPayment({ mchOrderNo }) {
    const order = orders.get(mchOrderNo);
    if (order) order.isPaid = true; // in your database: return the write's promise, and IOTPay is answered after it
  },
});
app.post('/iotpay/notify', notifications.node);

// The page that a customer comes to after "unknown": the server asks until it knows.
app.get('/api/orders/:mchOrderNo', async (request, response) => {
  response.json({ status: await confirm(request.params.mchOrderNo) });
});

app.listen(3000);
