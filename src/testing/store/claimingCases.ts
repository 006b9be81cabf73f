import type { OrderStore } from 'react-iotpay/orders';
import { noon, put, readStoredOrder } from './sampleOrders';
import { checkEqual, type OrderStoreCase } from './storeCase';

async function claim(store: OrderStore, now: number, until: number, limit: number): Promise<string[]> {
  return (await store.claimDue(now, until, limit)).map(({ mchOrderNo }) => mchOrderNo);
}

/** Claims of orders, permissions to ask, and lists. */
export const claimingCases: readonly OrderStoreCase[] = [
  {
    name: 'gives each due order to one caller, the longest due first',
    async run(store) {
      await put(store, 'A', { nextAskAt: noon + 2 });
      await put(store, 'B', { nextAskAt: noon + 1 });
      await put(store, 'C', { nextAskAt: noon + 3 });
      await put(store, 'D', { nextAskAt: noon + 99 });
      await put(store, 'E');
      const first = await claim(store, noon + 3, noon + 50, 1);
      checkEqual(first, ['B'], 'The first order that is due');
      const rest = await claim(store, noon + 3, noon + 50, 9);
      checkEqual([...rest].sort(), ['A', 'C'], 'The other orders that are due');
      checkEqual(await claim(store, noon + 3, noon + 50, 9), [], 'The orders due after that');
      checkEqual((await readStoredOrder(store, 'B')).asks, 1, 'The number of times that B was asked about');
    },
  },
  {
    name: 'gives a claimed order out again when the time of its claim is over',
    async run(store) {
      await put(store, 'A', { nextAskAt: noon });
      const claimed = await store.claimDue(noon, noon + 50, 9);
      checkEqual(claimed, [await readStoredOrder(store, 'A')], 'The order that is claimed, as it is then');
      checkEqual(await claim(store, noon + 49, noon + 99, 9), [], 'The orders due before that');
      checkEqual(await claim(store, noon + 50, noon + 99, 9), ['A'], 'The orders due then');
    },
  },
  {
    name: 'gives each due order to one of those who claim at the same moment',
    async run(store) {
      const numbers = Array.from({ length: 20 }, (_, index) => `N${index}`);
      for (const number of numbers) await put(store, number, { nextAskAt: noon });
      const claims = await Promise.all(Array.from({ length: 5 }, () => claim(store, noon, noon + 50, 6)));
      const rest = await claim(store, noon, noon + 50, 99);
      checkEqual([...claims.flat(), ...rest].sort(), [...numbers].sort(), 'All claimed orders');
    },
  },
  {
    name: 'allows one question about an order within a pause',
    async run(store) {
      await put(store, 'A');
      const both = [store.claimAsk('A', noon, 2000), store.claimAsk('A', noon, 2000)];
      checkEqual((await Promise.all(both)).sort(), [false, true], 'The callers that may ask at once');
      checkEqual(
        await store.claimAsk('A', noon + 1999, 2000),
        false,
        'Whether one may ask before the pause is over',
      );
      checkEqual(await store.claimAsk('A', noon + 2000, 2000), true, 'Whether one may ask after it');
      checkEqual(await store.claimAsk('A', noon + 1, 2000), false, 'Whether a clock that is late may ask');
      checkEqual(
        await store.claimAsk('A', noon, 2000),
        true,
        'Whether a clock that is late by the pause may ask',
      );
      checkEqual(await store.claimAsk('B', noon, 2000), false, 'Whether one may ask about an unknown order');
    },
  },
  {
    name: 'lists orders by the given conditions, the newest first, page by page',
    async run(store) {
      await put(store, '1', { customer: 'c', attention: true });
      await put(store, '2', { createdAt: noon + 10, key: 'k' });
      await put(store, '3', { createdAt: noon + 20, customer: 'c' });
      await put(store, '4', {
        createdAt: noon + 30,
        state: 'failed',
        reason: 'declined',
        settledAt: noon + 40,
        holdsKey: false,
      });
      const list = async (filter: Partial<Parameters<typeof store.list>[0]>) =>
        (await store.list({ limit: 9, ...filter })).map(({ mchOrderNo }) => mchOrderNo);
      checkEqual(await list({}), ['4', '3', '2', '1'], 'All orders');
      checkEqual(await list({ limit: 2 }), ['4', '3'], 'The first page');
      checkEqual(await list({ limit: 2, before: '3' }), ['2', '1'], 'The second page');
      checkEqual(await list({ states: ['open'] }), ['3', '2', '1'], 'Open orders');
      checkEqual(await list({ states: ['failed', 'paid'] }), ['4'], 'Failed and paid orders');
      checkEqual(await list({ states: [] }), [], 'Orders of no state');
      checkEqual(await list({ attention: true }), ['1'], 'Orders for attention');
      checkEqual(await list({ attention: false }), ['4', '3', '2'], 'The others');
      checkEqual(await list({ customer: 'c', from: noon }), ['3', '1'], 'Orders of a customer');
      checkEqual(await list({ key: 'k' }), ['2'], 'Orders of a key');
      checkEqual(await list({ from: noon + 10, to: noon + 30 }), ['3', '2'], 'Orders of a time');
    },
  },
];
