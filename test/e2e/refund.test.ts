import { describe, expect, it } from 'vitest';
import { useDemo } from './demo';
import { cards, type Shop } from './shop';

describe('giving money back', () => {
  const shopping = useDemo();

  async function paidShop(): Promise<Shop> {
    const shop = await shopping.newShop();
    await shop.checkOut();
    await shop.payWith(cards.paid);
    await shop.sees('Thank you. Your order is paid.');
    return shop;
  }

  /** What the gateway has given back, in the order in which it did. */
  const givenBack = async () =>
    (await shopping.gateway.orders())
      .filter(({ kind }) => kind !== 'payment')
      .map(({ kind, amount }) => [kind, amount])
      .reverse();

  it('refunds a part, then the rest', async () => {
    const shop = await paidShop();
    await shopping.gateway.settle();
    await shop.giveBack('$10.00');
    await shop.refundsSay('Refund of $10.00');
    await shop.refundsSay('Given back');
    expect(await shop.refunds.getByLabel('Amount, CAD').inputValue()).toBe('46.20');

    await shop.refunds.getByRole('button', { name: 'Give back' }).click();
    await shop.sees('Your order has been refunded');
    await shop.refundsSay('All of it has been given back.');
    expect(await givenBack()).toEqual([
      ['refund', 1000],
      ['refund', 4620],
    ]);

    await shop.page.reload();
    await shop.sees('Your order has been refunded');
  });

  it('voids the whole payment before it is settled', async () => {
    const shop = await paidShop();
    await shop.giveBack('56.20');
    await shop.sees('Your payment was cancelled');
    await shop.refundsSay('Void of $56.20');
    await shop.logSays('Given back');
    // A statement never shows a voided payment, so there is nothing to wait for.
    expect(await shop.page.getByText(/Banks take some days/).count()).toBe(0);
    expect(await shop.page.getByText('Paid', { exact: true }).count()).toBe(0);
    expect(await givenBack()).toEqual([['void', 5620]]);
  });

  it('refunds the whole payment where it is too late for a void, and says so', async () => {
    const shop = await paidShop();
    await shopping.gateway.settle();
    await shop.giveBack('56.20');
    await shop.sees('Your order has been refunded');
    await shop.refundsSay('Void of $56.20');
    await shop.refundsSay('The payment was settled already, so it could only be refunded.');
    await shop.refundsSay('Refund of $56.20');
    expect(await givenBack()).toEqual([['refund', 5620]]);
  });

  it('tells why a part can not be given back before settlement', async () => {
    const shop = await paidShop();
    await shop.giveBack('10');
    await shop.refundsSay('Until the payment is settled, only all of it can be given back.');
    await shop.refundsSay('Not given back');
    expect(await givenBack()).toEqual([]);
  });

  it('refuses to refund more than is left, and a text that is no amount', async () => {
    const shop = await paidShop();
    await shopping.gateway.settle();
    for (const [amount, answer] of [
      ['56.21', /more than is left/],
      ['0', /such as 12\.50/],
      ['1.234', /such as 12\.50/],
    ] as const) {
      await shop.giveBack(amount);
      await shop.refunds.getByRole('alert').getByText(answer).waitFor();
    }
    expect(await givenBack()).toEqual([]);
  });

  it('makes one refund of a double click', async () => {
    const shop = await paidShop();
    await shopping.gateway.settle();
    await shopping.gateway.addFault({ call: 'cc_refund', kind: 'delay', ms: 300 });
    await shop.refunds.getByLabel('Amount, CAD').fill('5.00');
    await shop.refunds.getByRole('button', { name: 'Give back' }).dblclick();
    await shop.refundsSay('Given back');
    expect(await givenBack()).toEqual([['refund', 500]]);
  });

  it('gives nothing back on the strength of an old page', async () => {
    const shop = await paidShop();
    await shopping.gateway.settle();
    const old = await shop.page.context().newPage();
    await old.goto(shop.page.url());
    const panel = old.getByRole('region', { name: 'Refund' });
    await panel.getByLabel('Amount, CAD').fill('10.00');
    await shop.giveBack('10.00');
    await shop.refundsSay('Given back');

    await panel.getByLabel('Amount, CAD').fill('5.00');
    await panel.getByRole('button', { name: 'Give back' }).click();
    await panel
      .getByRole('alert')
      .getByText(/given back meanwhile/)
      .waitFor();
    await panel.getByText('Given back', { exact: true }).waitFor();
    expect(await givenBack()).toEqual([['refund', 1000]]);
  });

  it('says that it is confirming when the answer is lost, and ends as one refund', async () => {
    const shop = await paidShop();
    await shopping.gateway.settle();
    await shopping.gateway.loseNotification();
    await shopping.gateway.addFault({ call: 'cc_refund', kind: 'cut', carriedOut: true });
    await shop.refunds.getByLabel('Amount, CAD').fill('20.00');
    // The first question is how much is left of the payment.
    await shopping.gateway.addFault({ call: 'cc_query', kind: 'delay', ms: 1 });
    await shopping.gateway.addFault({ call: 'cc_query', kind: 'fail', times: 1000 });
    await shop.refunds.getByRole('button', { name: 'Give back' }).click();
    await shop.refundsSay('We are confirming it');
    expect(await shop.refunds.getByRole('button').count()).toBe(0);
    await shopping.gateway.clearFaults();
    await shop.refundsSay('Given back');
    await shop.refundsSay('Refund of $20.00');
    expect(await givenBack()).toEqual([['refund', 2000]]);
  });
});
