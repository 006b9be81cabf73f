import { beforeEach, describe, expect, it } from 'vitest';
import { server } from './freshDatabase';
import { referenceShopForFile } from './referenceShop';
import { type SandboxCustomer, testCard } from './sandboxCustomer';

const shop = referenceShopForFile();

describe(`the refund desk of the reference shop, on ${server}`, () => {
  let customer: SandboxCustomer;
  let mchOrderNo: string;

  /** What the gateway has given back, the newest first. */
  const givenBack = async () =>
    (await shop.gateway.orders()).filter(({ kind }) => kind !== 'payment').map(({ amount }) => amount);

  beforeEach(async () => {
    customer = await shop.newCustomer();
    const { answer: form } = await customer.checkOut();
    mchOrderNo = String(form.mchOrderNo);
    await customer.payIn(form, testCard.paid);
    await expect.poll(() => shop.parcels(mchOrderNo)).toHaveLength(1);
    await shop.gateway.settle();
  });

  it('gives back a part and then the rest, and stops the parcel only then', async () => {
    const part = await customer.giveBack(mchOrderNo, '$10.00', 3000);
    expect(part.answer).toMatchObject({ state: 'partly_refunded', refunds: { refunded: 1000, left: 2000 } });
    expect(await shop.parcels(mchOrderNo)).toEqual(['to send']);
    const rest = await customer.giveBack(mchOrderNo, '20', 2000);
    expect(rest.answer).toMatchObject({ state: 'refunded', refunds: { refunded: 3000, left: 0 } });
    expect(await shop.parcels(mchOrderNo)).toEqual(['stopped']);
  });

  it('makes one refund of one click, however late it comes again, and of two clicks at the same moment', async () => {
    const clicks = [1, 2, 3].map(() => customer.giveBack(mchOrderNo, '10.00', 3000));
    for (const { status } of await Promise.all(clicks)) expect(status).toBe(200);
    expect((await customer.giveBack(mchOrderNo, '10.00', 3000)).answer.refunds).toMatchObject({ left: 2000 });
    expect(await givenBack()).toEqual([1000]);
  });

  it('gives nothing back on the strength of an old page', async () => {
    await customer.giveBack(mchOrderNo, '10.00', 3000);
    for (const left of [3000, 2999, 1000, undefined]) {
      const { status, answer } = await customer.giveBack(mchOrderNo, '5.00', Number(left));
      expect([status, answer.code]).toEqual([409, 'changed']);
    }
    expect(await givenBack()).toEqual([1000]);
  });

  it('gives one of two people at the same moment the other one’s refund to look at', async () => {
    const both = await Promise.all(
      ['10.00', '7.00'].map((amount) => customer.giveBack(mchOrderNo, amount, 3000)),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await givenBack()).toHaveLength(1);
  });

  it.each([
    ['0', 400, 'bad_amount'],
    ['1.234', 400, 'bad_amount'],
    ['ten', 400, 'bad_amount'],
    ['-5', 400, 'bad_amount'],
    ['30.01', 409, 'too_much'],
  ])('refuses %s dollars', async (amount, status, code) => {
    const refused = await customer.giveBack(mchOrderNo, amount, 3000);
    expect([refused.status, refused.answer.code]).toEqual([status, code]);
    expect(await givenBack()).toEqual([]);
  });

  it('gives back nothing of an order that is not paid, and nothing while the gateway is silent', async () => {
    const { answer: open } = await customer.checkOut();
    expect((await customer.giveBack(open.mchOrderNo, '1', 3000)).status).toBe(409);
    await shop.gateway.addFault({ call: 'cc_query', kind: 'fail' });
    const silent = await customer.giveBack(mchOrderNo, '1', 3000);
    expect([silent.status, silent.answer.code]).toEqual([502, 'gateway_silent']);
    expect(await givenBack()).toEqual([]);
  });

  it('says that a refund is undecided, until a person’s look has the gateway asked', async () => {
    await shop.gateway.loseNotification();
    await shop.gateway.addFault({ call: 'cc_refund', kind: 'cut', carriedOut: true });
    // The first question is how much is left of the payment.
    await shop.gateway.addFault({ call: 'cc_query', kind: 'delay', ms: 1 });
    await shop.gateway.addFault({ call: 'cc_query', kind: 'fail' });
    const lost = await customer.giveBack(mchOrderNo, '10.00', 3000);
    expect(lost.answer.refunds).toMatchObject({ refunded: 0, left: 2000, refunds: [{ state: 'pending' }] });
    const known = await customer.look(mchOrderNo);
    expect(known.answer.refunds).toMatchObject({ refunded: 1000, refunds: [{ state: 'succeeded' }] });
    expect(await givenBack()).toEqual([1000]);
  });
});
