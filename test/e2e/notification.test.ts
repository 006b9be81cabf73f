import { describe, expect, it } from 'vitest';
import { useDemo } from './demo';
import { cards } from './shop';

describe("the gateway's notification", () => {
  const shopping = useDemo();

  it('shows the receipt when it comes before the form has called back', async () => {
    await shopping.gateway.setClocks({ callbackDelayMs: 60_000 });
    const shop = await shopping.newShop();
    await shop.checkOut();
    await shop.payWith(cards.paid);
    await shop.sees('Thank you. Your order is paid.');
    await shop.logSays(/signature the server verified/);
  });

  it('is no longer needed when it comes late: the server has asked the gateway by then', async () => {
    await shopping.gateway.setClocks({ notifyDelayMs: 1500 });
    const shop = await shopping.newShop();
    await shop.checkOut();
    await shop.payWith(cards.paid);
    await shop.sees('Thank you. Your card was accepted.');
    await shop.logSays('Not known to be paid');
    await shop.sees('Thank you. Your order is paid.');
    await shop.logSays(/answer when the server asked/);

    await expect
      .poll(async () => (await shopping.gateway.notifications()).map(({ state }) => state), { timeout: 5000 })
      .toEqual(['delivered']);
    await shop.page.reload();
    await shop.logSays(/answer when the server asked/);
  });

  it('changes nothing when it is forged', async () => {
    const shop = await shopping.newShop();
    await shop.checkOut();
    await shop.logSays('Not known to be paid');
    const mchOrderNo = await shop.orderNo();

    const delivery = await shopping.gateway.notify({ mchOrderNo, forged: true });
    expect(delivery.httpStatus).toBeGreaterThanOrEqual(400);
    expect(delivery.httpStatus).toBeLessThan(500);
    await shop.open(`/orders/${mchOrderNo}`);
    await shop.logSays('Not known to be paid');
  });

  it('is refused when its amount is not what was ordered, and the order stays open', async () => {
    const shop = await shopping.newShop();
    await shop.checkOut();
    await shop.logSays('Not known to be paid');
    const mchOrderNo = await shop.orderNo();

    const delivery = await shopping.gateway.notify({ mchOrderNo, changes: { status: 2, amount: 1 } });
    expect(delivery.answer).not.toMatch(/success/i);
    await shop.open(`/orders/${mchOrderNo}`);
    await shop.logSays('Not known to be paid');
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
