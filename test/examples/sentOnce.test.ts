import { describe, expect, it } from 'vitest';
import { server } from './freshDatabase';
import { testCard } from './sandboxCustomer';
import { sandboxShopForFile } from './sandboxShop';

const shop = sandboxShopForFile();

async function chargedOrders() {
  return (await shop.gateway.orders()).filter(({ charges }) => charges > 0);
}

async function givenBack() {
  return (await shop.gateway.orders())
    .filter(({ kind }) => kind !== 'payment')
    .map(({ kind, amount }) => [kind, amount]);
}

describe(`a saved card, on ${server}`, () => {
  it('is not charged twice when the gateway breaks after the charge and says FAIL', async () => {
    const customer = await shop.newCustomer();
    const cardId = await customer.saveCard(testCard.paid);
    await shop.gateway.loseNotification();
    await shop.gateway.addFault({ call: 'cc_purchasewithtoken', kind: 'fail', carriedOut: true });
    const { answer } = await customer.payWithSaved(cardId);
    expect(answer).toMatchObject({ state: 'paid' });
    expect((await customer.payWithSaved(cardId)).answer).toMatchObject({
      code: 'already_paid',
      mchOrderNo: answer.mchOrderNo,
    });
    expect(await chargedOrders()).toHaveLength(1);
  });

  it('is not charged again while the gateway cannot say what became of a charge that it refused', async () => {
    const customer = await shop.newCustomer();
    const cardId = await customer.saveCard(testCard.paid);
    await shop.gateway.addFault({ call: 'cc_purchasewithtoken', kind: 'fail' });
    await shop.gateway.addFault({ call: 'cc_query', kind: 'fail', times: 1000 });
    const { answer } = await customer.payWithSaved(cardId);
    expect(answer).toMatchObject({ state: 'open' });
    expect((await customer.payWithSaved(cardId)).answer).toEqual(answer);
    expect((await customer.payWithSaved(cardId, 'purchase-2')).answer.code).toBe('undecided');
    expect((await customer.checkOut()).answer.code).toBe('undecided');
    expect(await shop.gateway.orders()).toEqual([]);

    await shop.gateway.clearFaults();
    for (let minutes = 0; minutes <= 60; minutes += 20) {
      expect(await customer.look(answer.mchOrderNo)).toMatchObject({ state: 'open' });
      await customer.ask(answer.mchOrderNo);
      await shop.letPass(20);
    }
    expect(await customer.ask(answer.mchOrderNo)).toMatchObject({ state: 'expired' });
    expect((await customer.payWithSaved(cardId)).answer).toMatchObject({ state: 'paid' });
    expect(await chargedOrders()).toHaveLength(1);
  });

  it('has failed, with the reason, when the gateway says FAIL and its order has status 9', async () => {
    const customer = await shop.newCustomer();
    const cardId = await customer.saveCard(testCard.savedThenDeclined);
    const { answer } = await customer.payWithSaved(cardId);
    expect(answer).toMatchObject({ state: 'failed', reason: 'Card declined' });
    expect((await customer.payWithSaved(cardId)).answer.mchOrderNo).not.toBe(answer.mchOrderNo);
  });

  it('is charged once when it is clicked in two tabs at the same moment', async () => {
    const customer = await shop.newCustomer();
    const cardId = await customer.saveCard(testCard.paid);
    await shop.gateway.setClocks({ bankMs: 100 });
    const answers = await Promise.all([1, 2, 3].map(() => customer.payWithSaved(cardId)));
    expect(new Set(answers.map(({ answer }) => answer.mchOrderNo)).size).toBe(1);
    expect(await chargedOrders()).toHaveLength(1);
  });
});

describe(`a refund, on ${server}`, () => {
  async function paidOrder() {
    const customer = await shop.newCustomer();
    const { answer: form } = await customer.checkOut();
    await customer.payIn(form, testCard.paid);
    await customer.ask(form.mchOrderNo);
    return { customer, mchOrderNo: form.mchOrderNo };
  }

  it('is not made twice when the gateway breaks after it and says FAIL', async () => {
    const { customer, mchOrderNo } = await paidOrder();
    await shop.gateway.settle();
    await shop.gateway.loseNotification();
    await shop.gateway.addFault({ call: 'cc_refund', kind: 'fail', carriedOut: true });
    const { answer } = await customer.giveBack(mchOrderNo, { amount: '10', left: 3000 });
    expect(answer).toMatchObject({ refunded: 1000, left: 2000 });
    await customer.giveBack(mchOrderNo, { amount: '10', left: 3000 });
    expect(await givenBack()).toEqual([['refund', 1000]]);
  });

  it('is not made beside a void that was made although the gateway said FAIL', async () => {
    const { customer, mchOrderNo } = await paidOrder();
    await shop.gateway.loseNotification();
    await shop.gateway.addFault({ call: 'cc_void', kind: 'fail', carriedOut: true });
    const { answer } = await customer.giveBack(mchOrderNo, { amount: '30', left: 3000 });
    expect(answer.refunds).toMatchObject([{ kind: 'void', state: 'succeeded' }]);
    expect(await givenBack()).toEqual([['void', 3000]]);
  });

  it('stays pending, and keeps others from being made, until the gateway says what became of it', async () => {
    const { customer, mchOrderNo } = await paidOrder();
    await shop.gateway.settle();
    await shop.gateway.loseNotification();
    await shop.gateway.addFault({ call: 'cc_refund', kind: 'fail', carriedOut: true });
    await customer.look(mchOrderNo);
    // The first question is about the payment, before the refund is sent.
    await shop.gateway.addFault({ call: 'cc_query', kind: 'delay', ms: 0 });
    await shop.gateway.addFault({ call: 'cc_query', kind: 'fail', times: 1000 });
    const { answer } = await customer.giveBack(mchOrderNo, { amount: '10', left: 3000 });
    expect(answer.refunds).toMatchObject([{ state: 'pending' }]);
    await shop.gateway.clearFaults();
    const second = { amount: '5', left: 2000, refundKey: 'click-number-2' };
    expect((await customer.giveBack(mchOrderNo, second)).answer.code).toBe('waiting');
    expect((await customer.askForRefunds(mchOrderNo)).answer).toMatchObject({ refunded: 1000, left: 2000 });
    expect((await customer.giveBack(mchOrderNo, second)).answer).toMatchObject({ refunded: 1500 });
    expect(await givenBack()).toEqual([
      ['refund', 500],
      ['refund', 1000],
    ]);
  });

  it('is asked about for days after it was given up, and has succeeded if it arrived after all', async () => {
    const { customer, mchOrderNo } = await paidOrder();
    await shop.gateway.settle();
    await shop.gateway.loseNotification();
    await shop.gateway.addFault({ call: 'cc_refund', kind: 'cut', carriedOut: true });
    await customer.giveBack(mchOrderNo, { amount: '10', left: 3000 });
    await shop.gateway.addFault({
      call: 'cc_query',
      kind: 'fail',
      retMsg: 'pay order does not exist',
      times: 4,
    });
    for (let said = 0; said < 4; said++) {
      const { answer } = await customer.askForRefunds(mchOrderNo);
      expect(answer.refunds).toMatchObject([{ state: said < 3 ? 'pending' : 'failed' }]);
      await shop.letPass(20);
    }
    await shop.letPass(2 * 24 * 60);
    await shop.settleDue();
    const { answer } = await customer.askForRefunds(mchOrderNo);
    expect(answer).toMatchObject({ refunded: 1000, left: 2000 });
  });
});
