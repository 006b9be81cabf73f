import { describe, expect, it } from 'vitest';
import { useDemo } from './demo';
import { cards } from './shop';

describe("paying on IOTPay's own page", () => {
  const shopping = useDemo();

  /** The script is blocked on the shop's page, so the checkout offers IOTPay's own page. */
  async function leaveForIotPay() {
    const shop = await shopping.newShop((context) =>
      context.route('**/cc/iotpaycc.js', (route) => route.abort('blockedbyclient')),
    );
    await shop.checkOut();
    await shop.page.getByRole('link', { name: 'Pay on IOTPay’s page' }).click();
    await shop.page.waitForURL(`${shopping.gatewayUrl}/cc/purchase**`);
    await shop.page.context().unrouteAll();
    const [order] = await shopping.gateway.orders();
    return { shop, mchOrderNo: order?.mchOrderNo ?? '' };
  }

  it("brings the customer back to their order's page, paid, with nothing of the gateway's in its address", async () => {
    const { shop, mchOrderNo } = await leaveForIotPay();
    await shop.fillIn(cards.paid, shop.page);
    await shop.payButton(shop.page).click();
    await shop.sees('Thank you. Your order is paid.');
    expect(shop.page.url()).toBe(`${shopping.shopUrl}/orders?mchOrderNo=${mchOrderNo}`);
    await shop.seesText('424242******4242');
  });

  it('knows a declined card by asking, and offers another try', async () => {
    const { shop } = await leaveForIotPay();
    await shop.fillIn(cards.declined, shop.page);
    await shop.payButton(shop.page).click();
    await shop.sees('Your payment was declined');
    await shop.logSays('Declined');
    await shop.page.getByRole('button', { name: 'Try again' }).click();
    await shop.sees('Checkout');
  });

  it('believes nothing that a return address says', async () => {
    const { shop, mchOrderNo } = await leaveForIotPay();
    await shop.open(`/pay/return/${mchOrderNo}?retCode=SUCCESS&status=2&mchOrderNo=${mchOrderNo}`);
    await shop.sees('We are confirming your payment');
    await shop.logSays('No payment confirmed yet');
    expect((await shopping.gateway.orders()).map((order) => order.charges)).toEqual([0]);
  });

  it('tells a customer who has paid in a second tab as well that this payment will be given back', async () => {
    const { shop, mchOrderNo: byCard } = await leaveForIotPay();
    const tab = shop.page;
    await shop.fillIn(cards.paid, tab);

    const other = await shopping.newTab(shop);
    await other.checkOut();
    await other.choose('UnionPay');
    await other.payWith(cards.unionPayPaid);
    await other.sees('Thank you. Your order is paid.');
    await tab.bringToFront();
    await shop.payButton(tab).click();
    await tab.getByRole('heading', { name: 'You have paid for this twice' }).waitFor();
    expect(tab.url()).toBe(`${shopping.shopUrl}/orders?mchOrderNo=${byCard}`);
    await tab.getByRole('region', { name: 'Refund' }).waitFor();
  });

  it('does not let a return address fail a paid order', async () => {
    const { shop, mchOrderNo } = await leaveForIotPay();
    await shop.fillIn(cards.paid, shop.page);
    await shop.payButton(shop.page).click();
    await shop.sees('Thank you. Your order is paid.');
    await shop.open(`/pay/return/${mchOrderNo}?retCode=FAIL&retMsg=declined`);
    await shop.sees('Thank you. Your order is paid.');
  });
});
