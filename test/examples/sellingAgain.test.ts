import { describe, expect, it } from 'vitest';
import { server } from './freshDatabase';
import { testCard } from './sandboxCustomer';
import { sandboxShopForFile } from './sandboxShop';

const shop = sandboxShopForFile();

const other = { checkoutKey: 'purchase-2' };

async function chargedOrders() {
  return (await shop.gateway.orders()).filter(({ charges }) => charges > 0);
}

describe(`a customer whose earlier order may be paid, on ${server}`, () => {
  it('is not sold a UnionPay order again that the gateway says is neither paid nor failed (status 1)', async () => {
    const customer = await shop.newCustomer();
    const { answer: form } = await customer.checkOut({ channel: 'UPI_EX' });
    await customer.payIn(form, testCard.paidInTheApp);
    shop.sayUnknown(true);
    for (const changes of [{ channel: 'UPI_EX' }, { channel: 'PF_CC' }, other] as const) {
      const { status, answer } = await customer.checkOut(changes);
      expect([status, answer.code, answer.mchOrderNo]).toEqual([409, 'undecided', form.mchOrderNo]);
    }
    shop.sayUnknown(false);
    expect((await customer.checkOut(other)).answer.code).toBe('undecided');
    expect(await shop.gateway.orders()).toHaveLength(1);
  });

  it('is not sold anything again once the card form has told of an end that nobody knows', async () => {
    const customer = await shop.newCustomer();
    const { answer: form } = await customer.checkOut();
    expect(await customer.ask(form.mchOrderNo, true)).toMatchObject({ state: 'open', undecided: true });
    expect((await customer.checkOut()).answer.code).toBe('undecided');
    expect((await customer.checkOut(other)).answer.code).toBe('undecided');
    await shop.letPass(89);
    expect((await customer.checkOut()).answer.code).toBe('undecided');
    await shop.letPass(1);
    expect((await customer.checkOut()).status).toBe(200);
  });

  it('is not sold anything again after they have come back from IOTPay’s page, until it is known how it went', async () => {
    const customer = await shop.newCustomer();
    const { answer: form } = await customer.checkOut();
    const { mchOrderNo } = form;
    await fetch(shop.notifyUrl.replace('notify', `return/${mchOrderNo}`), { redirect: 'manual' });
    expect((await customer.checkOut(other)).answer).toMatchObject({ code: 'undecided', mchOrderNo });
  });

  it.each(['fail', 'http'] as const)(
    'is shown that order, and not told that they have not been charged, while the gateway is asked in vain (%s)',
    async (kind) => {
      const customer = await shop.newCustomer();
      const { answer: form } = await customer.checkOut();
      await shop.gateway.loseNotification();
      await customer.payIn(form, testCard.paid);
      await shop.gateway.addFault({ call: 'cc_query', kind, times: 1000 });
      const { status, answer } = await customer.checkOut(other);
      expect([status, answer.code, answer.mchOrderNo]).toEqual([409, 'undecided', form.mchOrderNo]);
      expect(answer.message).not.toMatch(/charged/);
      expect(await customer.ask(form.mchOrderNo)).toMatchObject({ state: 'open', undecided: true });
      await shop.gateway.clearFaults();
      expect((await customer.checkOut(other)).answer.code).toBe('already_paid');
      expect(await chargedOrders()).toHaveLength(1);
    },
  );

  it('is told that they have not been charged only if nothing of their checkout can have been paid', async () => {
    const customer = await shop.newCustomer();
    const cutOff = { call: 'cc_purchase', kind: 'http' } as const;
    await shop.gateway.addFault(cutOff);
    expect((await customer.checkOut()).answer.message).toMatch(/You have not been charged/);

    const { answer: form } = await customer.checkOut();
    await shop.gateway.addFault(cutOff);
    const open = await customer.checkOut({ channel: 'UPI_EX' });
    expect([open.status, open.answer.message]).toEqual([502, expect.not.stringMatching(/charged/)]);

    await customer.payIn(form, testCard.declined);
    await shop.gateway.addFault(cutOff);
    expect((await customer.checkOut()).answer.message).toMatch(/You have not been charged/);
  });

  it('gets the same form again while nobody has begun to pay in it, also when the gateway is silent', async () => {
    const customer = await shop.newCustomer();
    const { answer: form } = await customer.checkOut();
    await shop.gateway.addFault({ call: 'cc_query', kind: 'fail' });
    expect((await customer.checkOut()).answer).toEqual(form);
    expect(await customer.ask(form.mchOrderNo)).toMatchObject({ state: 'open', undecided: false });
    expect((await customer.checkOut()).answer).toEqual(form);
    expect((await customer.checkOut({ channel: 'UPI_EX' })).status).toBe(200);
  });

  it('is shown the paid order when its late money has come, instead of being sold the same again', async () => {
    const customer = await shop.newCustomer();
    const { answer: form } = await customer.checkOut();
    await shop.letPass(90);
    await shop.settleDue();
    await shop.gateway.loseNotification();
    await customer.payIn(form, testCard.paid);
    const { answer } = await customer.checkOut();
    expect([answer.code, answer.mchOrderNo]).toEqual(['already_paid', form.mchOrderNo]);
  });
});

describe(`two paid orders of one checkout, on ${server}`, () => {
  it('raise an alarm when an old form was paid after a newer one had been given out', async () => {
    const customer = await shop.newCustomer();
    const { answer: old } = await customer.checkOut();
    await shop.letPass(56);
    const { answer: newer } = await customer.checkOut();
    expect(newer.mchOrderNo).not.toBe(old.mchOrderNo);
    await customer.payIn(newer, testCard.paid);
    expect(await customer.ask(newer.mchOrderNo)).toMatchObject({ state: 'paid' });
    await customer.payIn(old, testCard.paid);
    expect(await customer.ask(old.mchOrderNo)).toMatchObject({ state: 'paid', surplus: true });
    expect(await shop.events()).toEqual([
      ['paid', newer.mchOrderNo],
      ['paid_again', old.mchOrderNo],
    ]);
    expect(String(shop.problems)).toContain(`for order ${old.mchOrderNo} is surplus`);
  });

  it('raise an alarm when a card form and a UnionPay form were both paid, and the second can be given back', async () => {
    const customer = await shop.newCustomer();
    const { answer: card } = await customer.checkOut();
    const { answer: unionPay } = await customer.checkOut({ channel: 'UPI_EX' });
    await customer.payIn(card, testCard.paid);
    expect(await customer.ask(card.mchOrderNo)).toMatchObject({ state: 'paid' });
    await customer.payIn(unionPay, testCard.paidInTheApp);
    await customer.answerInTheApp(unionPay);
    const { mchOrderNo } = unionPay;
    expect(await customer.ask(mchOrderNo)).toMatchObject({ state: 'paid', surplus: true });
    expect(await shop.events()).toEqual([
      ['paid', card.mchOrderNo],
      ['paid_again', mchOrderNo],
    ]);
    const surplus = await shop.database.query('SELECT mch_order_no FROM payments WHERE surplus');
    expect(surplus).toEqual([{ mch_order_no: mchOrderNo }]);
    const { answer } = await customer.giveBack(mchOrderNo, { amount: '30', left: 3000 });
    expect(answer).toMatchObject({ refunded: 3000, left: 0 });
  });
});
