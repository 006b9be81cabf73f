import type { ServerResponse } from 'node:http';
import { describe, expect, it } from 'vitest';
import type { OrderView, SavedCardPaymentView } from '../../examples/checkout/api';
import { createSavedCardsInPostgres } from '../../examples/checkout/server/savedCardsInPostgres';
import { failureOf, startGateway, type ReceivedCall } from '../server/gateway/gatewayDouble';
import { server } from './freshDatabase';
import { startTestedMerchant } from './merchantOnGateway';
import { shopDatabaseForFile } from './shopDatabase';
import { unreachableGateway } from './unreachableGateway';

const shop = shopDatabaseForFile();

const total = 3000;
const items = [
  { productId: 'harbour-espresso', quantity: 1 },
  { productId: 'partridgeberry-square', quantity: 2 },
];

interface Answers {
  /** The status that the charge is answered with; `cut` is no answer, `declined` a FAIL. */
  charge: number | 'cut' | 'declined';
  /** The status that is told when it is asked, or that the order is not known. */
  query?: number | 'pay order does not exist' | 'system error';
}

/** A merchant whose customer has a saved card, and a gateway that answers like this. */
async function start(answers: Answers, onCharge?: (mchOrderNo: string) => Promise<void>) {
  const charges: string[] = [];
  async function reply(response: ServerResponse, { path, fields }: ReceivedCall): Promise<void> {
    const mchOrderNo = String(fields.mchOrderNo);
    const isCharge = path.endsWith('cc_purchasewithtoken');
    if (isCharge) charges.push(mchOrderNo);
    if (isCharge) await onCharge?.(mchOrderNo);
    const said = isCharge ? answers.charge : (answers.query ?? 0);
    if (said === 'cut') response.destroy();
    else if (typeof said === 'string') response.end(JSON.stringify({ retCode: 'FAIL', retMsg: said }));
    else {
      const retData = { payOrderId: `PC${mchOrderNo.slice(2)}`, mchOrderNo, amount: total, currency: 'CAD' };
      response.end(JSON.stringify({ retCode: 'SUCCESS', retData: { ...retData, status: said } }));
    }
  }
  const gateway = await startGateway((response, call) => void reply(response, call));
  const merchant = await startTestedMerchant(shop.database, gateway.client());
  const cardId = `CARD-${merchant.customerId.slice(0, 20)}`;
  await createSavedCardsInPostgres(shop.database).remember(merchant.customerId, cardId);
  return {
    ...merchant,
    charges,
    pay: (changes: object = {}) =>
      merchant.call<SavedCardPaymentView>('/api/checkout/saved-card', {
        checkoutKey: 'attempt-1/saved',
        cardId,
        items,
        total,
        ...changes,
      }),
    refresh: (mchOrderNo: string) => merchant.call<OrderView>(`/api/orders/${mchOrderNo}/refresh`, {}),
  };
}

describe(`a payment with a saved card, on ${server}`, () => {
  it('has its order stored before the card is charged', async () => {
    const stored: unknown[] = [];
    const { pay } = await start({ charge: 2 }, async (mchOrderNo) => {
      stored.push((await shop.orders.find(mchOrderNo))?.state);
    });
    const { answer } = await pay();
    expect(stored).toEqual(['open']);
    expect(answer.state).toBe('paid');
    expect(await shop.orders.find(answer.mchOrderNo ?? '')).toMatchObject({ state: 'paid', amount: total });
  });

  it('charges once, however many requests come with one checkout key', async () => {
    const { pay, charges } = await start({ charge: 0 });
    const paid = await Promise.all(Array.from({ length: 8 }, () => pay()));
    expect(charges).toHaveLength(1);
    expect(new Set(paid.map(({ answer }) => answer.mchOrderNo))).toEqual(new Set(charges));
  });

  it('does not charge a second card when the answer about the first one was lost', async () => {
    const { pay, charges, customerId } = await start({ charge: 'cut' });
    const first = await pay();
    expect(first.answer).toEqual({ mchOrderNo: charges[0], state: 'open' });
    await createSavedCardsInPostgres(shop.database).remember(customerId, `OTHER-${customerId.slice(0, 20)}`);
    const second = await pay({ cardId: `OTHER-${customerId.slice(0, 20)}` });
    expect(second.answer.mchOrderNo).toBe(first.answer.mchOrderNo);
    expect(charges).toHaveLength(1);
  });

  it('keeps the customer from buying anything else while nobody knows, and lets them when it is known', async () => {
    const answers: Answers = { charge: 'cut', query: 'pay order does not exist' };
    const { pay, charges } = await start(answers);
    const lost = await pay();
    const other = await pay({ checkoutKey: 'attempt-2/saved' });
    expect([other.status, other.answer.code, other.answer.mchOrderNo]).toEqual([
      409,
      'undecided',
      lost.answer.mchOrderNo,
    ]);
    Object.assign(answers, { charge: 2, query: 9 });
    expect((await pay({ checkoutKey: 'attempt-2/saved' })).answer.state).toBe('paid');
    expect(charges).toHaveLength(2);
  });

  it('tells why the card was declined, and takes the next try for another order', async () => {
    const { pay, charges } = await start({ charge: 'declined', query: 9 });
    const { answer } = await pay();
    expect(answer).toEqual({ mchOrderNo: charges[0], state: 'failed', reason: 'declined' });
    expect((await pay()).answer.mchOrderNo).not.toBe(answer.mchOrderNo);
  });

  it.each(['pay order does not exist', 'system error', 0, 1] as const)(
    'stays undecided, and is not charged again, when the gateway says FAIL and then of the order: %s',
    async (query) => {
      const { pay, charges } = await start({ charge: 'declined', query });
      expect((await pay()).answer).toEqual({ mchOrderNo: charges[0], state: 'open' });
      expect((await pay()).answer).toEqual({ mchOrderNo: charges[0], state: 'open' });
      expect((await pay({ checkoutKey: 'attempt-2/saved' })).answer.code).toBe('undecided');
      expect(charges).toHaveLength(1);
    },
  );

  it.each([
    [9, 'failed'],
    [2, 'open'],
  ] as const)('takes a FAIL with an order of status %i in it for: %s', async (status, state) => {
    const gateway = await startGateway({ retCode: 'FAIL', retMsg: 'system error' });
    const iotpay = gateway.client();
    const merchant = await startTestedMerchant(shop.database, {
      ...iotpay,
      async purchaseWithToken(request) {
        const order = {
          payOrderId: 'PC1',
          mchOrderNo: request.mchOrderNo,
          amount: total,
          currency: 'CAD',
          status,
        };
        throw Object.assign(await failureOf(iotpay.purchaseWithToken(request)), { order });
      },
    });
    await createSavedCardsInPostgres(shop.database).remember(merchant.customerId, `CARD-${status}`);
    const request = { checkoutKey: 'attempt-1/saved', cardId: `CARD-${status}`, items, total };
    const { answer } = await merchant.call<SavedCardPaymentView>('/api/checkout/saved-card', request);
    expect(answer.state).toBe(state);
  });

  it('is paid when the gateway says FAIL and then of the order that it is', async () => {
    const { pay, charges } = await start({ charge: 'declined', query: 2 });
    expect((await pay()).answer).toEqual({ mchOrderNo: charges[0], state: 'paid' });
  });

  it('ends when the gateway has said for an hour that it has never heard of it, and not before', async () => {
    const { pay, refresh } = await start({ charge: 'cut', query: 'pay order does not exist' });
    const { mchOrderNo = '' } = (await pay()).answer;
    expect((await refresh(mchOrderNo)).answer.state).toBe('open');
    await shop.letPass(59);
    expect((await refresh(mchOrderNo)).answer.state).toBe('open');
    await shop.letPass(1);
    expect((await refresh(mchOrderNo)).answer.state).toBe('expired');
  });

  it('does not end when the gateway is asked for the first time after that hour', async () => {
    const { pay, refresh } = await start({ charge: 'cut', query: 'pay order does not exist' });
    const { mchOrderNo = '' } = (await pay()).answer;
    await shop.letPass(300);
    expect((await refresh(mchOrderNo)).answer.state).toBe('open');
  });

  it('stays open as long as the bank thinks about it', async () => {
    const { pay, refresh } = await start({ charge: 0, query: 0 });
    const { mchOrderNo = '' } = (await pay()).answer;
    await shop.letPass(300);
    expect((await refresh(mchOrderNo)).answer).toMatchObject({ state: 'open', undecided: true });
  });

  it('says that nothing was charged when the gateway could not be reached', async () => {
    const merchant = await startTestedMerchant(shop.database, await unreachableGateway());
    const cardId = `CARD-${merchant.customerId.slice(0, 20)}`;
    await createSavedCardsInPostgres(shop.database).remember(merchant.customerId, cardId);
    const request = { checkoutKey: 'attempt-1/saved', cardId, items, total };
    const { status, answer } = await merchant.call('/api/checkout/saved-card', request);
    expect([status, answer.message]).toEqual([502, expect.stringContaining('not been charged') as string]);
    expect(await shop.orders.findOpen(merchant.customerId)).toEqual([]);
  });

  it.each([
    ['a card of somebody else', { cardId: 'CARD-OF-ANOTHER' }, 404, 'no_such_card'],
    ['a total that is not the shop’s', { total: total - 1 }, 409, 'total_changed'],
    ['an empty bag', { items: [], total: 0 }, 400, 'empty_bag'],
  ])('is refused with %s', async (_, changes, status, code) => {
    const { pay, charges } = await start({ charge: 2 });
    const refused = await pay(changes);
    expect([refused.status, refused.answer.code]).toEqual([status, code]);
    expect(charges).toEqual([]);
  });
});
