import { describe, expect, it } from 'vitest';
import { useDemo } from './demo';
import type { Fault } from './gatewayControl';
import { cards } from './shop';

describe('paying by UnionPay', () => {
  const shopping = useDemo();
  const busy = { kind: 'fail', retMsg: 'busy', times: 1000 } as const;

  /** Pays, and has the gateway answer the server's questions in this way from then on. */
  async function payWith(card: string, answers?: Omit<Fault, 'call'>) {
    const shop = await shopping.newShop();
    await shop.checkOut();
    await shop.choose('UnionPay');
    await shop.fillIn(card);
    if (answers) await shopping.gateway.addFault({ call: 'cc_query', ...answers });
    await shop.payButton().click();
    return shop;
  }

  it('is paid once the customer has said yes in the app', async () => {
    const shop = await payWith(cards.unionPayPaid);
    await shop.sees('Thank you. Your order is paid.');
    const paid = await shop.orderNo();
    const order = (await shopping.gateway.orders()).find(({ mchOrderNo }) => mchOrderNo === paid);
    expect(order).toMatchObject({ channel: 'UPI_EX', status: 2, charges: 1 });
  });

  it('is being confirmed when the SDK gives up, and paid when the gateway says so', async () => {
    const shop = await payWith(cards.unionPaySilentPaid, busy);
    await shop.isConfirming();
    expect(await shop.page.getByRole('button').count()).toBe(0);
    await shopping.gateway.clearFaults();
    await shop.sees('Thank you. Your order is paid.');
  });

  it('is being confirmed when the SDK gives up, and failed when the gateway says so', async () => {
    const shop = await payWith(cards.unionPaySilentFailed, busy);
    await shop.isConfirming();
    await shopping.gateway.clearFaults();
    await shop.isDeclined();
    await shop.tryAnotherCard();
    await shop.form.getByLabel('Card number').waitFor();
  });

  it('sells nothing else while a payment is being confirmed', async () => {
    const shop = await payWith(cards.unionPaySilentPaid, busy);
    await shop.isConfirming();
    const orders = (await shopping.gateway.orders()).length;

    await shop.open('/');
    await shop.page.getByRole('button', { name: 'One more: Deck mug' }).click();
    await shop.page.getByRole('button', { name: 'Check out' }).click();
    await shop.isConfirming();
    expect(await shopping.gateway.orders()).toHaveLength(orders);
  });

  it('goes on while another way to pay is looked at, and that takes no second payment', async () => {
    const shop = await shopping.newShop();
    await shop.checkOut();
    await shop.choose('UnionPay');
    await shopping.gateway.setClocks({ bankMs: 500 });
    await shop.payWith(cards.unionPayPaid);
    await shop.choose('Card');
    await shop.sees('Thank you. Your order is paid.');
    expect((await shopping.gateway.orders()).filter(({ charges }) => charges > 0)).toHaveLength(1);
  });
});
