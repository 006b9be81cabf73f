import {
  changeTo,
  failedOrder,
  noon,
  paidBy,
  put,
  readStoredOrder,
  sampleOrder,
  samplePayment,
  sampleRefund,
} from './sampleOrders';
import { checkEqual, checkThrows, type OrderStoreCase } from './storeCase';

/** Saving changes: all or nothing, and only to the version that was read. */
export const savingCases: readonly OrderStoreCase[] = [
  {
    name: 'saves a change and counts it',
    async run(store) {
      const order = await put(store, 'A', { secureId: 'ab', redirectUrl: 'https://gateway.example/x' });
      const payment = samplePayment('P', { cardNum: '424242******4242' });
      const change = paidBy({ ...order, secureId: undefined, redirectUrl: undefined }, payment);
      checkEqual(await store.save(change), true, 'What save says');
      const saved = await readStoredOrder(store, 'A');
      checkEqual([saved.state, saved.version], ['paid', order.version + 1], 'The state and version');
      checkEqual(saved.payments, [payment], 'The payments');
      checkEqual([saved.settledAt, saved.secureId], [noon + 1000, undefined], 'The time, and the secureId');
    },
  },
  {
    name: 'refuses a change of an older version, and calls no handler for it',
    async run(store) {
      const order = await put(store, 'A');
      await store.save(changeTo(order, { asks: 1 }));
      const calls: string[] = [];
      const isSaved = await store.save(failedOrder(order), () => Promise.resolve(void calls.push('called')));
      checkEqual([isSaved, calls], [false, []], 'The result of save, and the calls');
      checkEqual((await readStoredOrder(store, 'A')).state, 'open', 'The state');
      checkEqual(await store.takeEvents(noon, noon + 1, 9), [], 'The events');
    },
  },
  {
    name: 'saves one of two changes that were made from the same version at the same moment',
    async run(store) {
      const order = await put(store, 'A');
      const calls: string[] = [];
      const saves = ['P', 'Q', 'R'].map((payOrderId) =>
        store.save(paidBy(order, samplePayment(payOrderId)), () =>
          Promise.resolve(void calls.push(payOrderId)),
        ),
      );
      const saved = (await Promise.all(saves)).filter((isSaved) => isSaved);
      const { payments } = await readStoredOrder(store, 'A');
      checkEqual([saved.length, calls.length, payments.length], [1, 1, 1], 'The saved changes and the calls');
    },
  },
  {
    name: 'undoes a change whose handler throws, and throws the same error',
    async run(store) {
      const order = await put(store, 'A');
      const mistake = new Error('a mistake of the handler');
      const save = () => store.save(paidBy(order, samplePayment('P')), () => Promise.reject(mistake));
      checkEqual(
        await save().catch((error: unknown) => error === mistake),
        true,
        'That the mistake comes out',
      );
      const after = await readStoredOrder(store, 'A');
      checkEqual(after, order, 'The order');
      checkEqual(await store.takeEvents(noon, noon + 1, 9), [], 'The events');
      checkEqual(await store.save(paidBy(after, samplePayment('P'))), true, 'The next result of save');
    },
  },
  {
    name: 'keeps a payment for one order, and finds the order by it',
    async run(store) {
      const [a, b] = [await put(store, 'A'), await put(store, 'B')];
      checkEqual(await store.save(paidBy(a, samplePayment('P'))), true, 'What save says');
      checkEqual(await store.save(paidBy(b, samplePayment('P'))), false, 'The second result of save');
      checkEqual((await store.read({ payOrderId: 'P' }))?.mchOrderNo, 'A', 'The order of the payment');
      checkEqual(await store.read({ payOrderId: 'Q' }), undefined, 'The order of an unknown payment');
    },
  },
  {
    name: 'counts one payment for a key, and keeps the surplus beside it',
    async run(store) {
      const a = await put(store, 'A', { key: 'k' });
      await store.insert(sampleOrder('B', { key: 'k' }), a);
      const [first, second] = [await readStoredOrder(store, 'A'), await readStoredOrder(store, 'B')];
      checkEqual(await store.save(paidBy(first, samplePayment('P'))), true, 'What save says');
      checkEqual(
        await store.save(paidBy(second, samplePayment('Q'))),
        false,
        'The result of save for the second payment',
      );
      const surplus = samplePayment('Q', { surplus: 'paid_before' });
      checkEqual(
        await store.save(paidBy(second, surplus)),
        true,
        'The result of save for the second payment as a surplus',
      );
      checkEqual((await readStoredOrder(store, 'B')).payments, [surplus], 'The payments of the second order');
    },
  },
  {
    name: 'lets no order take a key back that another one holds by now',
    async run(store) {
      await store.save(failedOrder(await put(store, 'A', { key: 'k' })));
      await put(store, 'B', { key: 'k' });
      const change = paidBy(await readStoredOrder(store, 'A'), samplePayment('P'));
      const greedy = { ...change, order: { ...change.order, holdsKey: true, reason: undefined } };
      checkEqual(await store.save(greedy), false, 'What save says');
    },
  },
  {
    name: 'reserves the cents of refunds, and gives none of them back twice',
    async run(store) {
      await store.save(paidBy(await put(store, 'A'), samplePayment('P')));
      const order = await readStoredOrder(store, 'A');
      const half = sampleRefund('R1', 'P', { amount: 1300 });
      checkEqual(await store.save(changeTo(order, {}, { refunds: [half] })), true, 'What save says');
      const before = await readStoredOrder(store, 'A');
      const more = sampleRefund('R2', 'P', { amount: 1135 });
      await checkThrows(() => store.save(changeTo(before, {}, { refunds: [more] })), 'A cent too much');
      checkEqual(await readStoredOrder(store, 'A'), before, 'The order after that');
      const end = { ...half, state: 'failed', reason: 'no', settledAt: noon + 3000 } as const;
      checkEqual(
        await store.save(changeTo(before, {}, { refunds: [end, more] })),
        true,
        'The result of save after the first has failed',
      );
      checkEqual((await readStoredOrder(store, 'A')).refunds, [end, more], 'The refunds');
      checkEqual((await store.read({ mchRefundNo: 'R2' }))?.mchOrderNo, 'A', 'The order of the refund');
      checkEqual(await store.read({ mchRefundNo: 'R3' }), undefined, 'The order of an unknown refund');
    },
  },
  {
    name: 'keeps money that went back elsewhere, whatever is on its way, but no more than was paid',
    async run(store) {
      await store.save(paidBy(await put(store, 'A'), samplePayment('P')));
      const pending = sampleRefund('R1', 'P', { amount: 2000 });
      await store.save(changeTo(await readStoredOrder(store, 'A'), {}, { refunds: [pending] }));
      const elsewhere = (number: string, amount: number) =>
        sampleRefund(number, 'P', { amount, key: undefined, state: 'succeeded', settledAt: noon + 3000 });
      const before = await readStoredOrder(store, 'A');
      const all = changeTo(before, {}, { refunds: [elsewhere('R2', 2434)] });
      checkEqual(await store.save(all), true, 'The result of save for all the money');
      const order = await readStoredOrder(store, 'A');
      const more = changeTo(order, {}, { refunds: [elsewhere('R3', 1)] });
      await checkThrows(() => store.save(more), 'A cent more than was paid');
      const asked = changeTo(order, {}, { refunds: [{ ...pending, absentSince: noon, absences: 1 }] });
      checkEqual(await store.save(asked), true, 'The result of save for news about the one on its way');
    },
  },
  {
    name: 'makes at most one refund for a key that has not failed',
    async run(store) {
      await store.save(paidBy(await put(store, 'A'), samplePayment('P')));
      const first = sampleRefund('R1', 'P', { key: 'k' });
      await store.save(changeTo(await readStoredOrder(store, 'A'), {}, { refunds: [first] }));
      const again = sampleRefund('R2', 'P', { key: 'k' });
      const order = await readStoredOrder(store, 'A');
      checkEqual(await store.save(changeTo(order, {}, { refunds: [again] })), false, 'What save says');
      const ended = { ...first, state: 'failed', settledAt: noon + 3000 } as const;
      const replaced = changeTo(order, {}, { refunds: [ended, again] });
      checkEqual(await store.save(replaced), true, 'The result of save if the first fails in the same step');
    },
  },
];
