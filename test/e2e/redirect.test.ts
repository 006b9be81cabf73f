import { describe, expect, it } from 'vitest';
import { useDemo } from './demo';
import { cards } from './shop';

describe("paying on IOTPay's own page", () => {
  const shopping = useDemo();

  async function leaveForIotPay() {
    const shop = await shopping.newShop();
    await shop.checkOut();
    await shop.logSays('Not known to be paid');
    const mchOrderNo = await shop.orderNo();
    // Chromium now and then gives a page no size at all that replaces one whose iframe from the same site is loading.
    await shop.form.getByLabel('Card number').waitFor();
    await shop.page.getByRole('link', { name: /on IOTPay’s page/ }).press('Enter');
    await shop.page.waitForURL(`${shopping.gatewayUrl}/cc/purchase**`);
    return { shop, mchOrderNo };
  }

  it("brings the customer back to their order's page, paid, with nothing of the gateway's in its address", async () => {
    const { shop, mchOrderNo } = await leaveForIotPay();
    await shop.fillIn(cards.paid, shop.page);
    await shop.payButton(shop.page).click();
    await shop.sees('Thank you. Your order is paid.');
    expect(shop.page.url()).toBe(`${shopping.shopUrl}/orders/${mchOrderNo}`);
    await shop.seesText('424242******4242');
  });

  it('knows a declined card by asking, and offers another try', async () => {
    const { shop } = await leaveForIotPay();
    await shop.fillIn(cards.declined, shop.page);
    await shop.payButton(shop.page).click();
    await shop.sees('Your payment was declined');
    await shop.logSays(/answer when the server asked/);
    await shop.page.getByRole('button', { name: 'Try again' }).click();
    await shop.sees('Checkout');
  });

  it('believes nothing that a return address says', async () => {
    const { shop, mchOrderNo } = await leaveForIotPay();
    await shop.open(`/iotpay/return/${mchOrderNo}?retCode=SUCCESS&status=2&mchOrderNo=${mchOrderNo}`);
    await shop.sees('We are confirming your payment');
    await shop.logSays('Not known to be paid');
    expect((await shopping.gateway.orders()).map((order) => order.charges)).toEqual([0]);
  });

  it('tells a customer who has paid in a second tab as well that this payment will be given back', async () => {
    const shop = await shopping.newShop();
    await shop.checkOut();
    await shop.logSays('Not known to be paid');
    const byCard = await shop.orderNo();
    const link = await shop.page.getByRole('link', { name: /on IOTPay’s page/ }).getAttribute('href');
    const tab = await shop.page.context().newPage();
    await tab.goto(link ?? '');
    await shop.fillIn(cards.paid, tab);

    await shop.choose('Pay by UnionPay');
    await shop.payWith(cards.unionPayPaid);
    await shop.sees('Thank you. Your order is paid.');
    await shop.payButton(tab).click();
    await tab.getByRole('heading', { name: 'You have paid for this twice' }).waitFor();
    expect(tab.url()).toBe(`${shopping.shopUrl}/orders/${byCard}`);
    await tab.getByRole('region', { name: 'Refund' }).waitFor();
  });

  it('does not let a return address fail a paid order', async () => {
    const { shop, mchOrderNo } = await leaveForIotPay();
    await shop.fillIn(cards.paid, shop.page);
    await shop.payButton(shop.page).click();
    await shop.sees('Thank you. Your order is paid.');
    await shop.open(`/iotpay/return/${mchOrderNo}?retCode=FAIL&retMsg=declined`);
    await shop.sees('Thank you. Your order is paid.');
  });
});
