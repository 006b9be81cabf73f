import { describe, expect, it } from 'vitest';
import { useDemo } from './demo';
import { cards, type Shop } from './shop';

describe("the gateway's notification", () => {
  const shopping = useDemo();

  /** The order of the form that the customer sees. */
  async function openOrder(shop: Shop): Promise<string> {
    await shop.form.getByLabel('Card number').waitFor();
    return (await shopping.gateway.orders())[0]?.mchOrderNo ?? '';
  }

  it('brings the receipt when the form never calls back and the customer turns to the page', async () => {
    await shopping.gateway.setClocks({ callbackDelayMs: 60_000 });
    const shop = await shopping.newShop();
    await shop.checkOut();
    await shop.payWith(cards.paid);
    await expect.poll(() => shopping.gateway.notifications()).toMatchObject([{ state: 'delivered' }]);
    await shop.page.getByRole('heading', { name: 'Checkout' }).click();
    await shop.sees('Thank you. Your order is paid.');
  });

  it('is no longer needed when it comes late: the server has asked the gateway by then', async () => {
    await shopping.gateway.setClocks({ notifyDelayMs: 600_000 });
    const shop = await shopping.newShop();
    await shop.checkOut();
    await shop.payWith(cards.paid);
    await shop.sees('Thank you. Your order is paid.');
    expect(await shopping.gateway.notifications()).toMatchObject([{ state: 'waiting' }]);
    const late = await shopping.gateway.notify({ mchOrderNo: await shop.orderNo() });
    expect(late).toMatchObject({ httpStatus: 200, answer: 'success' });
    await shop.page.reload();
    await shop.sees('Thank you. Your order is paid.');
  });

  it('changes nothing when it is forged', async () => {
    const shop = await shopping.newShop();
    await shop.checkOut();
    const mchOrderNo = await openOrder(shop);

    const delivery = await shopping.gateway.notify({ mchOrderNo, forged: true });
    expect(delivery.httpStatus).toBeGreaterThanOrEqual(400);
    expect(delivery.httpStatus).toBeLessThan(500);
    await shop.open(`/orders?mchOrderNo=${mchOrderNo}`);
    await shop.logSays('No payment confirmed yet');
  });

  it('makes no order paid when its amount is not the ordered one', async () => {
    const shop = await shopping.newShop();
    await shop.checkOut();
    const mchOrderNo = await openOrder(shop);

    const delivery = await shopping.gateway.notify({ mchOrderNo, changes: { status: 2, amount: 1 } });
    expect(delivery.httpStatus).toBe(200);
    await shop.open(`/orders?mchOrderNo=${mchOrderNo}`);
    await shop.logSays('No payment confirmed yet');
  });

  it('may come twice', async () => {
    const shop = await shopping.newShop();
    await shop.checkOut();
    await shop.payWith(cards.paid);
    await shop.sees('Thank you. Your order is paid.');
    const mchOrderNo = await shop.orderNo();
    expect(await shopping.gateway.notify({ mchOrderNo })).toMatchObject({
      httpStatus: 200,
      answer: 'success',
    });
  });
});
