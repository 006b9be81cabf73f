import type { NewEvent, OrderStore } from 'react-iotpay/orders';
import { changeTo, noon, put, readStoredOrder } from './sampleOrders';
import { checkEqual, type OrderStoreCase } from './storeCase';

async function tell(store: OrderStore, mchOrderNo: string, ...events: NewEvent[]): Promise<void> {
  await store.save(changeTo(await readStoredOrder(store, mchOrderNo), {}, { events }));
}

async function take(store: OrderStore, now: number, limit = 9) {
  const events = await store.takeEvents(now, now + 100, limit);
  return events.map(({ id, mchOrderNo, kind }) => ({ id, name: `${mchOrderNo} ${kind}` }));
}

const namesOf = (events: readonly { name: string }[]) => events.map(({ name }) => name);

/** The outbox, and the customers' cards. */
export const outboxCases: readonly OrderStoreCase[] = [
  {
    name: 'keeps the events of a change, with its time and numbers',
    async run(store) {
      await put(store, 'A');
      await tell(store, 'A', { kind: 'refunded', payOrderId: 'P', mchRefundNo: 'R' });
      const [taken] = await store.takeEvents(noon, noon + 1, 9);
      const { id, ...event } = { ...taken };
      checkEqual(typeof id, 'string', 'The type of the id');
      const expected = {
        mchOrderNo: 'A',
        kind: 'refunded',
        payOrderId: 'P',
        mchRefundNo: 'R',
        at: noon + 1000,
      };
      checkEqual(event, expected, 'The event');
    },
  },
  {
    name: 'gives the events of one order one after the other, and the events of other orders meanwhile',
    async run(store) {
      await put(store, 'A');
      await put(store, 'B');
      await tell(store, 'A', { kind: 'paid' }, { kind: 'surplus' });
      await tell(store, 'A', { kind: 'refunded' });
      await tell(store, 'B', { kind: 'paid' });
      const first = await take(store, noon);
      checkEqual(namesOf(first), ['A paid', 'B paid'], 'The first events');
      checkEqual(namesOf(await take(store, noon)), [], 'The events while these are taken');
      for (const { id } of first) await store.finishEvent(id);
      const second = await take(store, noon);
      checkEqual(namesOf(second), ['A surplus'], 'The events after that');
      await store.finishEvent(second[0]?.id ?? '');
      checkEqual(namesOf(await take(store, noon)), ['A refunded'], 'The last events');
    },
  },
  {
    name: 'gives an event again that was not finished in time, with the same id',
    async run(store) {
      await put(store, 'A');
      await tell(store, 'A', { kind: 'paid' }, { kind: 'refunded' });
      const first = await take(store, noon);
      checkEqual(await take(store, noon + 99), [], 'The events before the time is over');
      checkEqual(await take(store, noon + 100), first, 'The events after it');
    },
  },
  {
    name: 'gives each event to one of the processes that take at the same moment, and to none more than it wants',
    async run(store) {
      const numbers = Array.from({ length: 12 }, (_, index) => `N${index}`);
      for (const number of numbers) {
        await put(store, number);
        await tell(store, number, { kind: 'paid' });
      }
      const taken = await Promise.all([take(store, noon, 4), take(store, noon, 4)]);
      checkEqual(Math.max(...taken.map(({ length }) => length)) <= 4, true, 'That no process gets too many');
      const all = [...taken.flat(), ...(await take(store, noon, 99))];
      checkEqual(namesOf(all).sort(), numbers.map((number) => `${number} paid`).sort(), 'All taken events');
    },
  },
  {
    name: 'keeps the cards of customers apart, and notes the facts that the gateway reports',
    async run(store) {
      const card = { cardId: 'C1', customer: 'c', channel: 'PF_CC', createdAt: noon } as const;
      const other = { ...card, cardId: 'C2', createdAt: noon + 1 };
      const foreign = { ...card, cardId: 'C3', customer: 'd' };
      for (const one of [card, other, foreign]) await store.putCard(one);
      checkEqual(await store.cardsOf('c'), [card, other], 'The cards');
      const known = { ...card, cardNum: '424242******4242', expiryDate: '1230' };
      await store.putCard(known);
      checkEqual(await store.cardsOf('c'), [known, other], 'The cards, one of them known');
      checkEqual(await store.removeCard('d', 'C1'), false, 'Whether another customer can remove it');
      checkEqual(await store.removeCard('c', 'C1'), true, 'Whether its customer can');
      checkEqual(await store.removeCard('c', 'C1'), false, 'Whether it can be removed twice');
      checkEqual(await store.cardsOf('c'), [other], 'The cards that are left');
    },
  },
];
