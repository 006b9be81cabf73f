import { failedOrder, noon, paidBy, put, readStoredOrder, sampleOrder, samplePayment } from './sampleOrders';
import { checkEqual, type OrderStoreCase } from './storeCase';

/** Opening orders, and holding a key. */
export const openingCases: readonly OrderStoreCase[] = [
  {
    name: 'can be migrated again, by two processes at the same moment',
    async run(store) {
      await Promise.all([store.migrate(), store.migrate()]);
      await put(store, 'A');
    },
  },
  {
    name: 'makes one secret of 32 bytes, and keeps it',
    async run(store) {
      const [one, two] = await Promise.all([store.secret(), store.secret()]);
      checkEqual(/^[0-9a-f]{64}$/.test(one), true, 'That the secret is 64 hexadecimal characters');
      checkEqual([two, await store.secret()], [one, one], 'The secret, when it is asked for again');
    },
  },
  {
    name: 'gives an order back as it was stored, as a copy',
    async run(store) {
      const given = sampleOrder('A', {
        customer: 'c-1',
        secureId: 'ab12',
        redirectUrl: 'https://gateway.example/x',
        nextAskAt: noon + 30_000,
        absentSince: noon + 1,
        absences: 2,
      });
      checkEqual(await store.insert(given), true, 'What insert says');
      const read = await readStoredOrder(store, 'A');
      const { keyHeldBy, keyPaidBy, openRivals, ...own } = read;
      checkEqual(own, given, 'The order');
      checkEqual(
        [keyHeldBy, keyPaidBy, openRivals],
        ['A', undefined, []],
        'The fields that follow from the key',
      );
      read.state = 'paid';
      checkEqual((await readStoredOrder(store, 'A')).state, 'open', 'The state, after a copy was changed');
      checkEqual(await store.read({ mchOrderNo: 'B' }), undefined, 'An order that does not exist');
    },
  },
  {
    name: 'opens only one of several orders for a key that are opened at the same moment',
    async run(store) {
      const attempts = ['A', 'B', 'C', 'D'].map((number) => store.insert(sampleOrder(number, { key: 'k' })));
      const opened = (await Promise.all(attempts)).filter((isStored) => isStored);
      checkEqual(opened.length, 1, 'The number of orders that were opened');
    },
  },
  {
    name: 'opens another order for a key once the one before has failed',
    async run(store) {
      const order = await put(store, 'A', { key: 'k' });
      checkEqual(await store.save(failedOrder(order)), true, 'What save says');
      checkEqual(await store.insert(sampleOrder('B', { key: 'k' })), true, 'What insert says');
    },
  },
  {
    name: 'never opens another order for a key that is paid, even by an order that no longer held it',
    async run(store) {
      const first = await put(store, 'A', { key: 'k' });
      await store.insert(sampleOrder('B', { key: 'k' }), first);
      await store.save(paidBy(await readStoredOrder(store, 'A'), samplePayment('P')));
      await store.save(failedOrder(await readStoredOrder(store, 'B')));
      checkEqual(await store.insert(sampleOrder('C', { key: 'k' })), false, 'What insert says');
    },
  },
  {
    name: 'replaces an open order by another one in one step, and only in the version that was read',
    async run(store) {
      const seen = await put(store, 'A', { key: 'k' });
      const next = sampleOrder('B', { key: 'k' });
      const stale = { mchOrderNo: 'A', version: seen.version + 1 };
      checkEqual(await store.insert(next, stale), false, 'The result of insert for another version');
      checkEqual((await readStoredOrder(store, 'A')).holdsKey, true, 'That the first order holds its key');
      checkEqual(await store.insert(next, seen), true, 'The result of insert for the version that was read');
      const [first, second] = [await readStoredOrder(store, 'A'), await readStoredOrder(store, 'B')];
      checkEqual([first.holdsKey, second.holdsKey], [false, true], 'That the orders hold the key');
      checkEqual([first.openRivals, second.openRivals], [['B'], ['A']], 'The other open orders of the key');
      checkEqual([first.keyHeldBy, second.keyHeldBy], ['B', 'B'], 'The order that holds the key');
    },
  },
  {
    name: 'finds an order by its key: the one that has paid it, else the one that holds it, else any open one',
    async run(store) {
      const first = await put(store, 'A', { key: 'k' });
      checkEqual((await store.read({ key: 'k' }))?.mchOrderNo, 'A', 'The order that holds the key');
      await store.insert(sampleOrder('B', { key: 'k' }), first);
      checkEqual((await store.read({ key: 'k' }))?.mchOrderNo, 'B', 'The order that holds the key now');
      await store.save(failedOrder(await readStoredOrder(store, 'B')));
      checkEqual((await store.read({ key: 'k' }))?.mchOrderNo, 'A', 'The order that is still open');
      await put(store, 'C', { key: 'k' });
      await store.save(paidBy(await readStoredOrder(store, 'A'), samplePayment('P')));
      const paid = await store.read({ key: 'k' });
      checkEqual([paid?.mchOrderNo, paid?.keyPaidBy], ['A', 'A'], 'The order that has paid the key');
      checkEqual(
        (await readStoredOrder(store, 'C')).keyPaidBy,
        'A',
        'The order that has paid the key, as another order reports it',
      );
      checkEqual(await store.read({ key: 'unknown' }), undefined, 'The order of an unused key');
    },
  },
];
