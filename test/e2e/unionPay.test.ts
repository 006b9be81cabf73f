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
    await shop.choose('Pay by UnionPay');
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
    await shop.sees('We are confirming your payment');
    expect(await shop.page.getByRole('button').count()).toBe(0);
    await shopping.gateway.clearFaults();
    await shop.sees('Thank you. Your order is paid.');
    await shop.logSays(/answer when the server asked/);
  });

  it('is being confirmed when the SDK gives up, and failed when the gateway says so', async () => {
    const shop = await payWith(cards.unionPaySilentFailed, busy);
    await shop.sees('We are confirming your payment');
    await shopping.gateway.clearFaults();
    await shop.sees('Your payment was declined');
    await shop.page.getByRole('button', { name: 'Try again' }).waitFor();
  });

  it('sells nothing else while a payment is being confirmed', async () => {
    const shop = await payWith(cards.unionPaySilentPaid, busy);
    await shop.sees('We are confirming your payment');
    const undecided = await shop.orderNo();
    const orders = (await shopping.gateway.orders()).length;

    await shop.open('/');
    await shop.seesText(/still confirming your last payment/);
    await shop.page.getByRole('button', { name: 'Check out' }).click();
    await shop.sees('We are confirming your payment');
    expect(await shop.orderNo()).toBe(undecided);
    expect(await shopping.gateway.orders()).toHaveLength(orders);
  });

  it('goes on in its own tab while another way to pay is looked at', async () => {
    const shop = await shopping.newShop();
    await shop.checkOut();
    await shop.choose('Pay by UnionPay');
    await shopping.gateway.setClocks({ bankMs: 500 });
    await shop.payWith(cards.unionPayPaid);
    await shop.choose('Pay by card');
    await shop.sees('Thank you. Your order is paid.');
  });
});
