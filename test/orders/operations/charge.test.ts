import { isIotPayError } from 'react-iotpay/server';
import { isIotPayOrdersError } from 'react-iotpay/orders';
import { describe, expect, it } from 'vitest';
import { hour, openShop } from '../shop';

const sale = { key: 'sub-7/2024-05', amount: 1500, customer: 'c-1' };
const minute = 60_000;

async function openShopWithCard() {
  const shop = openShop();
  const { cardId } = await shop.orders.saveCard('c-1');
  const charge = (more: object = {}) => shop.orders.chargeSavedCard({ ...sale, cardId, ...more });
  return { ...shop, cardId, charge };
}

describe('chargeSavedCard', () => {
  it('charges once for a key, however often it is called', async () => {
    const { charge, gateway, told } = await openShopWithCard();
    const first = await charge();
    expect(first).toMatchObject({ state: 'paid', method: 'saved_card' });
    expect(await charge()).toEqual(first);
    expect(gateway.entries.size).toBe(1);
    expect(told).toEqual(['paid sub-7/2024-05']);
  });

  it('names the charge and not the unused form beside it to a page while the gateway is silent', async () => {
    const { orders, charge, gateway } = await openShopWithCard();
    const form = await orders.checkout(sale);
    gateway.faults.charge.push({ kind: 'lost after' });
    // The form is asked about first. From then on the gateway says nothing.
    const silence = Array.from({ length: 4 }, () => ({ kind: 'lost before' }) as const);
    gateway.faults.query.push(undefined, ...silence);
    const charged = await charge();
    expect(charged.mchOrderNo).not.toBe(form.order.mchOrderNo);
    expect(await orders.checkout(sale)).toMatchObject({
      settled: 'unknown',
      order: { mchOrderNo: charged.mchOrderNo },
    });
  });

  it('charges once when many ask at the same moment', async () => {
    const { charge, gateway } = await openShopWithCard();
    const charged = await Promise.all([charge(), charge(), charge(), charge()]);
    expect(new Set(charged.map(({ mchOrderNo }) => mchOrderNo)).size).toBe(1);
    expect(gateway.entries.size).toBe(1);
  });

  it('fails a charge by proof after a decline, and charges again for the same key then', async () => {
    const { charge, gateway, told } = await openShopWithCard();
    gateway.nextOutcome = 'declined';
    expect(await charge()).toMatchObject({ state: 'failed', reason: 'declined' });
    gateway.nextOutcome = 'declined';
    expect(await charge()).toMatchObject({ state: 'failed' });
    gateway.nextOutcome = 'paid';
    expect(await charge()).toMatchObject({ state: 'paid' });
    expect(told).toEqual(['failed sub-7/2024-05', 'failed sub-7/2024-05', 'paid sub-7/2024-05']);
  });

  it('believes the order and not the word if the gateway says FAIL for a charge that went through', async () => {
    const { charge, gateway } = await openShopWithCard();
    gateway.faults.charge.push({ kind: 'fail after' });
    expect(await charge()).toMatchObject({ state: 'paid' });
  });

  it.each(['lost after', 'fail after'] as const)(
    'does not charge again after “%s” while the gateway can’t be asked',
    async (kind) => {
      const { charge, gateway } = await openShopWithCard();
      gateway.faults.charge.push({ kind });
      gateway.faults.query.push({ kind: 'lost before' }, { kind: 'fail before' });
      expect(await charge()).toMatchObject({ state: 'open' });
      expect(await charge()).toMatchObject({ state: 'open' });
      expect(await charge()).toMatchObject({ state: 'paid' });
      expect(gateway.entries.size).toBe(1);
    },
  );

  it.each(['lost before', 'fail before'] as const)(
    'frees the key after “%s” only once the gateway has said for an hour that there is no such order',
    async (kind) => {
      const { charge, gateway, wait, told } = await openShopWithCard();
      gateway.faults.charge.push({ kind });
      const { mchOrderNo } = await charge();
      await wait(55 * minute);
      expect(await charge()).toMatchObject({ mchOrderNo, state: 'open' });
      await wait(30 * minute);
      expect(told).toEqual(['failed sub-7/2024-05']);
      expect(await charge()).toMatchObject({ state: 'paid' });
      expect(gateway.entries.size).toBe(1);
    },
  );

  it('starts the hour of absence again when the gateway has seen the order in between', async () => {
    const { charge, gateway, wait, orders } = await openShopWithCard();
    gateway.faults.charge.push({ kind: 'lost before' });
    const { mchOrderNo } = await charge();
    await wait(50 * minute);
    gateway.entries.set(mchOrderNo, {
      payOrderId: 'PC1',
      mchOrderNo,
      amount: 1500,
      status: 1,
      refundable: 0,
    });
    await wait(20 * minute);
    gateway.entries.delete(mchOrderNo);
    await wait(40 * minute);
    expect(await orders.find(mchOrderNo)).toMatchObject({ state: 'open' });
  });

  it('calls a charge paid when a call whose answer was lost arrives half an hour later', async () => {
    const { charge, gateway, wait, told } = await openShopWithCard();
    gateway.faults.charge.push({ kind: 'late', ms: 30 * minute });
    expect(await charge()).toMatchObject({ state: 'open' });
    await wait(hour);
    expect(told).toEqual(['paid sub-7/2024-05']);
    expect(await charge()).toMatchObject({ state: 'paid' });
    expect(gateway.entries.size).toBe(1);
  });

  it('keeps a charge open as long as the bank needs', async () => {
    const { charge, gateway, wait, orders } = await openShopWithCard();
    gateway.nextOutcome = 'pending';
    const { mchOrderNo } = await charge();
    await wait(5 * hour, minute * 5);
    expect(await orders.find(mchOrderNo)).toMatchObject({ state: 'open' });
    expect(await charge()).toMatchObject({ mchOrderNo, state: 'open' });
  });

  it('throws the error and frees the key if the charge was surely not sent', async () => {
    const { charge, gateway, told, orders } = await openShopWithCard();
    const { purchaseWithToken } = gateway.iotpay;
    const unsent = Object.assign(new Error('nothing listens'), {
      name: 'IotPayError',
      code: 'gateway_unreachable',
    });
    Object.assign(gateway.iotpay, { purchaseWithToken: () => Promise.reject(unsent) });
    const thrown: unknown = await charge().catch((error: unknown) => error);
    expect(isIotPayError(thrown) && thrown.code).toBe('gateway_unreachable');
    expect((await orders.list({ state: 'failed' })).orders).toMatchObject([{ reason: 'not_sent' }]);
    Object.assign(gateway.iotpay, { purchaseWithToken });
    expect(await charge()).toMatchObject({ state: 'paid' });
    expect(told).toEqual(['failed sub-7/2024-05', 'paid sub-7/2024-05']);
  });

  it('fails a charge at once when the gateway refuses because the card is missing, and has no such order', async () => {
    const { charge, gateway } = await openShopWithCard();
    const refusal = Object.assign(new Error('no card'), { name: 'IotPayError', code: 'card_not_bound' });
    Object.assign(gateway.iotpay, { purchaseWithToken: () => Promise.reject(refusal) });
    expect(await charge()).toMatchObject({ state: 'failed', reason: 'declined' });
  });

  it('takes no card of another customer', async () => {
    const { charge, gateway } = await openShopWithCard();
    const thrown: unknown = await charge({ customer: 'c-2' }).catch((error: unknown) => error);
    expect(isIotPayOrdersError(thrown) && thrown.code).toBe('no_such_card');
    expect(gateway.entries.size).toBe(0);
  });

  it('charges in place of an open form of the same key without a payment', async () => {
    const { charge, orders, gateway } = await openShopWithCard();
    const { order } = await orders.checkout(sale);
    expect(await charge()).toMatchObject({ state: 'paid' });
    gateway.pay(order.mchOrderNo, 'paid');
    expect(await orders.confirm(order.mchOrderNo)).toMatchObject({
      state: 'paid',
      attention: true,
      payments: [{ surplus: 'paid_before' }],
    });
  });

  it('lets no form be opened while it is undecided', async () => {
    const { charge, orders, gateway } = await openShopWithCard();
    gateway.faults.charge.push({ kind: 'lost before' });
    const { mchOrderNo } = await charge();
    expect(await orders.checkout({ ...sale, declined: mchOrderNo })).toMatchObject({
      settled: 'unknown',
      order: { mchOrderNo },
    });
  });
});

describe('chargeWallet', () => {
  it('charges once for a key', async () => {
    const { orders, gateway, told } = openShop();
    const wallet = { type: 'ApplePay', data: 'eyJ0b2tlbiI6MX0=' } as const;
    const first = await orders.chargeWallet({ ...sale, wallet });
    expect(first).toMatchObject({ state: 'paid', method: 'wallet' });
    expect(await orders.chargeWallet({ ...sale, wallet })).toEqual(first);
    expect([gateway.entries.size, told.length]).toEqual([1, 1]);
  });
});

describe('saved cards', () => {
  it('lists saved cards once the gateway says that they are saved, and lets their customer remove them', async () => {
    const { orders, gateway } = openShop();
    const { cardId, session } = await orders.saveCard('c-1');
    expect(session.secureId).toBeTruthy();
    gateway.cards.delete(cardId);
    expect(await orders.cards.list('c-1')).toEqual([]);
    gateway.cards.set(cardId, 'paid');
    expect(await orders.cards.list('c-1')).toMatchObject([{ cardId, cardNum: '424242******4242' }]);
    expect(await orders.cards.list('c-2')).toEqual([]);
    expect(await orders.cards.remove('c-2', cardId)).toBe(false);
    expect(await orders.cards.remove('c-1', cardId)).toBe(true);
    expect(await orders.cards.list('c-1')).toEqual([]);
  });

  it('charges and lists saved cards while the gateway can’t say whether another one was saved', async () => {
    const shop = openShop();
    const { orders, gateway } = shop;
    const { cardId } = await orders.saveCard('c-1');
    await orders.cards.list('c-1');
    await orders.saveCard('c-1');
    Object.assign(gateway.iotpay, { queryCard: () => Promise.reject(new Error('silent')) });
    expect(await orders.cards.list('c-1')).toMatchObject([{ cardId }]);
    expect(shop.problems).toHaveLength(1);
    expect(await orders.chargeSavedCard({ ...sale, cardId })).toMatchObject({ state: 'paid' });
  });

  it('asks about a saved card no more when its form is long over', async () => {
    const { orders, gateway } = openShop();
    await orders.saveCard('c-1');
    gateway.advance(3 * hour);
    expect(await orders.cards.list('c-1')).toEqual([]);
  });
});
