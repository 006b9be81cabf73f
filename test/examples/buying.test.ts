import { describe, expect, it } from 'vitest';
import { server } from './freshDatabase';
import { referenceShopForFile } from './referenceShop';
import { items, testCard } from './sandboxCustomer';

const shop = referenceShopForFile();

describe(`a bag of the reference shop, on ${server}`, () => {
  it('is priced in whole cents, with each tax on what it is due on, half a cent upwards', async () => {
    const customer = await shop.newCustomer();
    expect((await customer.fill(items)).answer).toMatchObject({
      lines: [{ amount: 1999 }, { unitPrice: 435, amount: 870 }],
      subtotal: 2869,
      // 15 % of 8.70 is 1.305.
      taxes: [{ label: 'HST 15%', amount: 131 }],
      total: 3000,
    });
  });

  it.each([
    ['an unknown product', [{ productId: 'yacht', quantity: 1 }], 'unknown_product'],
    ['a product named after a method', [{ productId: '__proto__', quantity: 1 }], 'unknown_product'],
    ['half a thing', [{ productId: 'deck-mug', quantity: 0.5 }], 'bad_quantity'],
    ['fewer than nothing', [{ productId: 'deck-mug', quantity: -1 }], 'bad_quantity'],
    ['a quantity in words', [{ productId: 'deck-mug', quantity: '1' }], 'bad_quantity'],
    ['the same thing twice', [items[0], items[0]], 'bad_bag'],
    ['what is no bag', 'everything', 'bad_bag'],
  ])('takes not %s', async (_, wanted, code) => {
    const customer = await shop.newCustomer();
    const { status, answer } = await customer.fill(wanted);
    expect([status, answer.code]).toEqual([400, code]);
  });

  it('refuses broken JSON, and says that there is no such route', async () => {
    const customer = await shop.newCustomer();
    const broken = await customer.call('/api/bag', '{"items":', 'PUT');
    expect([broken.status, broken.answer.code]).toEqual([400, 'bad_request']);
    const nowhere = await customer.call('/api/nothing');
    expect([nowhere.status, nowhere.answer.code]).toEqual([404, 'no_such_route']);
  });
});

describe(`a checkout of the reference shop, on ${server}`, () => {
  it('costs what the server says, and is one order for two requests at the same moment', async () => {
    const customer = await shop.newCustomer();
    const both = await Promise.all([customer.checkOut(), customer.checkOut()]);
    expect(new Set(both.map(({ answer }) => answer.secureId)).size).toBe(1);
    expect(both[0].answer).toMatchObject({ amount: 3000, outcome: 'unknown' });
  });

  it('is refused for an empty bag, and for one that another tab has changed', async () => {
    const customer = await shop.newCustomer();
    await customer.fill([]);
    expect((await customer.checkOut()).answer).toMatchObject({ code: 'empty_bag' });
    const { answer: bag } = await customer.fill(items);
    const request = { bagId: bag.id, revision: Number(bag.revision) - 1, total: bag.total };
    for (const old of [request, { ...request, revision: bag.revision, total: 1 }]) {
      const { status, answer } = await customer.checkOut({ request: old });
      expect([status, answer.code]).toEqual([409, 'bag_changed']);
    }
    expect(await shop.gateway.orders()).toEqual([]);
  });

  it('is refused for the bag of another customer, and shows the order to no other customer', async () => {
    const customer = await shop.newCustomer();
    const other = await shop.newCustomer();
    const { answer: bag } = await customer.fill(items);
    const request = { bagId: bag.id, revision: bag.revision, total: bag.total };
    expect((await other.checkOut({ request })).answer).toMatchObject({ code: 'no_such_bag' });

    const { answer: form } = await customer.checkOut();
    expect((await other.look(form.mchOrderNo)).status).toBe(404);
    expect((await other.giveBack(form.mchOrderNo, '1', 3000)).status).toBe(404);
    expect((await customer.look(form.mchOrderNo)).answer).toMatchObject({ state: 'open', total: 3000 });
  });

  it('shows the page neither the secureId of an order nor the merchant key', async () => {
    const customer = await shop.newCustomer();
    const { answer: form } = await customer.checkOut();
    const said = JSON.stringify([
      (await customer.look(form.mchOrderNo)).answer,
      (await customer.call('/api/orders')).answer,
      (await customer.call('/api/shop')).answer,
    ]);
    expect(said).not.toContain(form.secureId);
    expect(said).not.toContain(shop.merchantKey);
  });

  it.each(['http', 'cut', 'brokenJson', 'fail'] as const)(
    'opens a payment at the next try after the gateway failed to (%s)',
    async (kind) => {
      const customer = await shop.newCustomer();
      await shop.gateway.addFault({ call: 'cc_purchase', kind });
      expect((await customer.checkOut()).status).toBe(502);
      expect((await customer.checkOut()).answer).toHaveProperty('secureId');
    },
  );

  it('charges a saved card for the bag once, and no other customer’s card', async () => {
    const customer = await shop.newCustomer();
    const cardId = await customer.saveCard(testCard.paid);
    const other = await shop.newCustomer();
    expect((await other.checkOut({ cardId })).answer).toMatchObject({ code: 'no_such_card' });
    const { id: bagId, revision, total } = (await customer.fill(items)).answer;
    const clicks = [1, 2, 3].map(() => customer.checkOut({ cardId, request: { bagId, revision, total } }));
    for (const { answer } of await Promise.all(clicks)) expect(answer.outcome).not.toBe('failed');
    const paid = (await shop.gateway.orders()).filter(({ charges }) => charges > 0);
    expect(paid).toMatchObject([{ amount: 3000, charges: 1 }]);
  });
});

describe(`a payment in the reference shop, on ${server}`, () => {
  it('makes one parcel and closes the bag, however often both servers are told of it', async () => {
    const customer = await shop.newCustomer();
    const { answer: bag } = await customer.fill(items);
    const { answer: form } = await customer.checkOut();
    await customer.payIn(form, testCard.paid);
    await expect.poll(() => shop.parcels(form.mchOrderNo)).toEqual(['to send']);
    await Promise.all([1, 2, 3].map(() => shop.gateway.notify({ mchOrderNo: String(form.mchOrderNo) })));
    expect(await shop.parcels(form.mchOrderNo)).toEqual(['to send']);

    const request = { bagId: bag.id, revision: bag.revision, total: bag.total };
    const again = await customer.checkOut({ request });
    expect(again.answer).toMatchObject({ settled: 'paid', mchOrderNo: form.mchOrderNo });
    const { answer: next } = await customer.call<{ id: string; unseenOrder: string }>('/api/bag');
    expect(next.id).not.toBe(bag.id);
    expect(next.unseenOrder).toBe(form.mchOrderNo);
    expect((await customer.call('/api/orders')).answer).toMatchObject([{ mchOrderNo: form.mchOrderNo }]);
  });

  it('is told to its customer before anything else is sold to them, once', async () => {
    const customer = await shop.newCustomer();
    const { answer: form } = await customer.checkOut();
    const { answer: bag } = await customer.call<{ id: string }>('/api/bag');
    await customer.payIn(form, testCard.paid);
    await expect.poll(() => shop.parcels(form.mchOrderNo)).toHaveLength(1);
    // A page that still shows the old bag changes nothing of the new one.
    const changed = await customer.call('/api/bag', { id: bag.id, items }, 'PUT');
    expect(changed.answer).toMatchObject({ unseenOrder: form.mchOrderNo, revision: 1 });
    expect((await customer.look(form.mchOrderNo)).answer.state).toBe('paid');
    expect((await customer.call('/api/bag')).answer).not.toHaveProperty('unseenOrder');
  });

  it('is for the goods that the bag held when the form was opened, without those that the customer has put into it since', async () => {
    const customer = await shop.newCustomer();
    const { answer: form } = await customer.checkOut();
    await customer.fill([{ productId: 'deck-mug', quantity: 1 }]);
    await shop.gateway.loseNotification();
    await customer.payIn(form, testCard.paid);
    const { answer } = await customer.checkOut();
    expect(answer).toMatchObject({ settled: 'paid', mchOrderNo: form.mchOrderNo, amount: 3000 });
    expect((await customer.look(form.mchOrderNo)).answer).toMatchObject({
      bag: { lines: [{ productId: 'harbour-espresso' }, { productId: 'partridgeberry-square' }] },
    });
  });

  it('keeps anything else from being sold while the bank thinks', async () => {
    await shop.gateway.setClocks({ pendingMs: 60_000 });
    const customer = await shop.newCustomer();
    const { answer: form } = await customer.checkOut();
    await customer.payIn(form, testCard.pending);
    await customer.fill([{ productId: 'deck-mug', quantity: 1 }]);
    for (const channel of ['PF_CC', 'UPI_EX']) {
      expect((await customer.checkOut({ channel })).answer).toMatchObject({
        settled: 'unknown',
        mchOrderNo: form.mchOrderNo,
      });
    }
    expect(await shop.gateway.orders()).toHaveLength(1);
  });

  it('raises an alarm when the bag was paid twice, makes no second parcel, and can be given back', async () => {
    const customer = await shop.newCustomer();
    const { answer: byCard } = await customer.checkOut();
    const { answer: byUnionPay } = await customer.checkOut({ channel: 'UPI_EX' });
    await customer.payIn(byCard, testCard.paid);
    await expect.poll(() => shop.parcels(byCard.mchOrderNo)).toHaveLength(1);
    await shop.gateway.notify({ mchOrderNo: String(byUnionPay.mchOrderNo), changes: { status: 2 } });
    expect(shop.problems.map(String)).toEqual([expect.stringContaining('is surplus: give it back.')]);
    expect((await customer.look(byUnionPay.mchOrderNo)).answer).toMatchObject({
      state: 'paid',
      surplus: true,
    });
    expect(await shop.parcels(byUnionPay.mchOrderNo)).toEqual([]);
  });

  it('that comes after the order was given up has its parcel looked at first', async () => {
    const customer = await shop.newCustomer();
    const { answer: form } = await customer.checkOut();
    const mchOrderNo = String(form.mchOrderNo);
    await shop.gateway.notify({ mchOrderNo, changes: { status: 9 } });
    expect((await customer.look(mchOrderNo)).answer.state).toBe('failed');
    await customer.payIn(form, testCard.paid);
    await expect.poll(() => shop.parcels(mchOrderNo)).toEqual(['look first']);
    expect(shop.problems.map(String)).toEqual([expect.stringContaining('look at its parcel')]);
  });
});
