import express from 'express';
import { createIotPay, createNotificationHandler, createOrderNo, toCents } from 'react-iotpay/server';

const { IOTPAY_MCH_ID: mchId = '', IOTPAY_LOGIN: loginName = '', IOTPAY_KEY: merchantKey = '' } = process.env;
const shop = process.env.SHOP_URL ?? '';

const iotpay = createIotPay({ environment: 'development', mchId, loginName, merchantKey });
const orders = new Map<string, { amount: number; isPaid: boolean }>(); // stands for your database
const app = express();

app.post('/api/checkout/:cartId', async (_, response) => {
  const mchOrderNo = createOrderNo();
  const amount = toCents('37.66'); // from your own prices: never from the browser
  orders.set(mchOrderNo, { amount, isPaid: false });
  const urls = { notifyUrl: `${shop}/iotpay/notify`, returnUrl: `${shop}/orders/${mchOrderNo}` };
  const { secureId } = await iotpay.purchase({ mchOrderNo, amount, channel: 'PF_CC', ...urls });
  response.json({ secureId });
});

const notifications = createNotificationHandler({
  iotpay,
  expect: ({ mchOrderNo }) => orders.get(mchOrderNo), // another amount or an unknown order is refused
  onPayment: ({ mchOrderNo, amount = 0 }) => void orders.set(mchOrderNo, { amount, isPaid: true }),
});
app.post('/iotpay/notify', notifications.node);

// The page that a customer comes to after "unknown": the server asks until it knows.
app.get('/api/orders/:mchOrderNo', async (request, response) => {
  const { status } = await iotpay.waitForResult({ mchOrderNo: request.params.mchOrderNo, attempts: 5 });
  response.json({ status }); // 'paid', 'failed', or still 'unknown'
});

app.listen(3000);
