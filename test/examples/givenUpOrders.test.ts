import { describe, expect, it } from 'vitest';
import { server } from './freshDatabase';
import { testCard } from './sandboxCustomer';
import { sandboxShopForFile } from './sandboxShop';

const shop = sandboxShopForFile();

/** A customer who has paid in a form, and a shop that has not heard of it. */
async function paidInSilence() {
  const customer = await shop.newCustomer();
  await shop.gateway.loseNotification();
  const { answer: form } = await customer.checkOut();
  await customer.payIn(form, testCard.paid);
  return { customer, form };
}

describe(`an order that the shop might give up, on ${server}`, () => {
  it.each(['fail', 'http'] as const)(
    'is kept, however old it is, while the gateway cannot speak of it (%s), and is paid when it can',
    async (kind) => {
      const { customer, form } = await paidInSilence();
      await shop.gateway.addFault({ call: 'cc_query', kind, times: 1000 });
      for (const minutes of [60, 600]) {
        await shop.letPass(minutes);
        expect(await shop.settleDue()).toHaveLength(1);
        expect(await customer.look(form.mchOrderNo)).toMatchObject({ state: 'open' });
      }
      await shop.gateway.clearFaults();
      await shop.letPass(60);
      expect(await shop.settleDue()).toEqual([]);
      expect(await customer.look(form.mchOrderNo)).toMatchObject({ state: 'paid', settledBy: 'query' });
    },
  );

  it('is still sold as paid when its notification comes after the gateway could not speak of it', async () => {
    const { customer, form } = await paidInSilence();
    await shop.gateway.addFault({ call: 'cc_query', kind: 'fail', times: 1000 });
    await shop.letPass(120);
    await shop.settleDue();
    const { mchOrderNo = '' } = form;
    expect(await shop.gateway.notify({ mchOrderNo })).toMatchObject({ answer: 'success' });
    expect(await customer.look(mchOrderNo)).toMatchObject({ state: 'paid', settledBy: 'notification' });
    expect(await shop.events()).toEqual([['paid', mchOrderNo]]);
  });

  it('is kept for the half hour in which a payment begun in the last minute of its hour is decided', async () => {
    const customer = await shop.newCustomer();
    const { answer: form } = await customer.checkOut();
    for (const minutes of [55, 4, 30]) {
      await shop.letPass(minutes);
      await shop.settleDue();
      expect(await customer.ask(form.mchOrderNo)).toMatchObject({ state: 'open' });
    }
    await customer.payIn(form, testCard.paid);
    await shop.settleDue();
    expect(await customer.ask(form.mchOrderNo)).toMatchObject({ state: 'paid' });
    expect(await shop.events()).toEqual([['paid', form.mchOrderNo]]);
  });

  it('expires after that, while the gateway says that nothing has come of it', async () => {
    const customer = await shop.newCustomer();
    const { answer: form } = await customer.checkOut();
    await shop.letPass(90);
    expect(await shop.settleDue()).toEqual([]);
    expect(await customer.look(form.mchOrderNo)).toMatchObject({ state: 'expired', settledBy: 'query' });
  });

  it('does not expire while the gateway says that it does not know', async () => {
    const customer = await shop.newCustomer();
    const { answer: form } = await customer.checkOut();
    shop.sayUnknown(true);
    await shop.letPass(24 * 60);
    expect(await customer.ask(form.mchOrderNo)).toMatchObject({ state: 'open', undecided: true });
  });

  it('is given up as unknown to the gateway only when that was said again and again for an hour', async () => {
    const customer = await shop.newCustomer();
    const { answer: form } = await customer.checkOut();
    await shop.gateway.reset();
    await shop.letPass(600);
    for (const minutes of [0, 30, 29]) {
      await shop.letPass(minutes);
      expect(await customer.ask(form.mchOrderNo)).toMatchObject({ state: 'open' });
    }
    await shop.letPass(1);
    expect(await customer.ask(form.mchOrderNo)).toMatchObject({ state: 'expired' });
  });

  it('begins that hour anew when the gateway has known it in between', async () => {
    const customer = await shop.newCustomer();
    const { answer: form } = await customer.checkOut();
    shop.sayUnknown(true);
    await shop.letPass(90);
    const missing = { call: 'cc_query', kind: 'fail', retMsg: '支付订单不存在' } as const;
    const ask = async () => (await customer.ask(form.mchOrderNo)).state;
    const saidForSomeTime = async () => {
      for (let said = 0; said < 3; said++) {
        await shop.gateway.addFault(missing);
        expect(await ask()).toBe('open');
        await shop.letPass(25);
      }
    };
    await saidForSomeTime();
    expect(await ask()).toBe('open');
    await saidForSomeTime();
    await shop.gateway.addFault(missing);
    expect(await ask()).toBe('expired');
  });

  it('is asked about for days after it has expired: money that comes late makes it paid, with an alarm', async () => {
    const customer = await shop.newCustomer();
    const { answer: form } = await customer.checkOut();
    await shop.letPass(90);
    await shop.settleDue();
    await shop.gateway.loseNotification();
    await customer.payIn(form, testCard.paid);
    await shop.letPass(3 * 24 * 60);
    const problems = await shop.settleDue();
    expect(await customer.look(form.mchOrderNo)).toMatchObject({ state: 'paid' });
    expect(await shop.events()).toEqual([['paid_late', form.mchOrderNo]]);
    expect(String(problems)).toContain(`${form.mchOrderNo} was paid after it had been given up`);
  });

  it('has failed when a notification of the gateway says so, and not when a forged one does', async () => {
    const customer = await shop.newCustomer();
    const { answer: form } = await customer.checkOut();
    const { mchOrderNo = '' } = form;
    await shop.gateway.notify({ mchOrderNo, changes: { status: 9 }, forged: true });
    expect(await customer.look(mchOrderNo)).toMatchObject({ state: 'open' });
    expect(await shop.gateway.notify({ mchOrderNo, changes: { status: 9 } })).toMatchObject({
      answer: 'success',
    });
    expect(await customer.look(mchOrderNo)).toMatchObject({ state: 'failed', settledBy: 'notification' });
  });

  it('has not failed when the notification is about another amount than was ordered', async () => {
    const customer = await shop.newCustomer();
    const { mchOrderNo = '' } = (await customer.checkOut()).answer;
    const changes = { status: 9, amount: 1 };
    expect(await shop.gateway.notify({ mchOrderNo, changes })).toMatchObject({ httpStatus: 500 });
    expect(await customer.look(mchOrderNo)).toMatchObject({ state: 'open' });
  });
});

describe(`an order that is paid, on ${server}`, () => {
  it.each([
    ['status 9', { status: 9 }],
    ['status 1', { status: 1 }],
    ['status 0', { status: 0 }],
  ])('stays paid when an old notification says %s', async (_, changes) => {
    const customer = await shop.newCustomer();
    const { answer: form } = await customer.checkOut();
    const { mchOrderNo = '' } = form;
    await customer.payIn(form, testCard.paid);
    const paid = await customer.ask(mchOrderNo);
    expect(paid).toMatchObject({ state: 'paid' });
    expect(await shop.gateway.notify({ mchOrderNo, changes })).toMatchObject({ answer: 'success' });
    expect(await customer.ask(mchOrderNo)).toEqual(paid);
  });

  it('is not sent again, and stays refunded, when its old notification comes after the refund', async () => {
    const customer = await shop.newCustomer();
    const { answer: form } = await customer.checkOut();
    const { mchOrderNo = '' } = form;
    await customer.payIn(form, testCard.paid);
    await customer.ask(mchOrderNo);
    const { answer: given } = await customer.giveBack(mchOrderNo, { amount: '30', left: 3000 });
    expect(given).toMatchObject({ refunded: 3000, left: 0 });
    expect(await shop.gateway.notify({ mchOrderNo })).toMatchObject({ answer: 'success' });
    expect((await customer.call(`/api/orders/${mchOrderNo}/refunds`)).answer).toEqual(given);
    expect(await shop.events()).toEqual([['paid', mchOrderNo]]);
  });
});
