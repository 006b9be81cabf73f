import { createOrders, type Order, type Orders, type OrderStore, type Sql } from 'react-iotpay/orders';
import { sign } from 'react-iotpay/server';
import { expect } from 'vitest';
import { day, notification, url } from '../shop';
import type { Happening } from './history';
import { checkNothingIsFalse } from './invariants';
import { createModelGateway, type Entry, merchant, type ModelGateway, reportOf } from './modelGateway';
import { createMortal, type Mortal } from './mortal';

/** The rows that the shop's handlers wrote, in the transactions of the ledger. */
export interface Diary {
  write(sql: Sql, entry: { kind: string; mchOrderNo: string; part?: string | undefined }): Promise<void>;
}

/** A shop of three processes, a gateway, and what happens to them. */
export interface ModelShop {
  readonly gateway: ModelGateway;
  readonly processes: readonly { orders: Orders; mortal: Mortal }[];
  readonly problems: unknown[];
  happen(happenings: readonly Happening[]): Promise<void>;
}

const amountOf = (key: number) => 1000 + key * 500;
const keyName = (key: number) => `cart-${key}`;

export function createModelShop(store: OrderStore, diary: Diary): ModelShop {
  const gateway = createModelGateway(Date.UTC(2024, 4, 17, 12));
  const problems: unknown[] = [];
  /** Forms whose secureId a customer has got: the others can't be paid by anybody. */
  const handedOut = new Set<string>();
  let failingHandlers = 0;

  function tell(kind: string) {
    return async ({ mchOrderNo }: Order, sql: Sql, part?: { payOrderId?: string; mchRefundNo?: string }) => {
      if (failingHandlers > 0) {
        failingHandlers -= 1;
        throw new Error('the shop’s handler failed');
      }
      await diary.write(sql, { kind, mchOrderNo, part: part?.mchRefundNo ?? part?.payOrderId });
    };
  }

  const processes = [0, 1, 2].map((index) => {
    const mortal = createMortal(store, gateway.iotpay);
    const orders = createOrders({
      iotpay: mortal.iotpay,
      store: mortal.store,
      url,
      secret: 'a secret of the model',
      // Clocks differ, by seconds.
      now: () => gateway.now + (index - 1) * 4000,
      onError: (error) => void problems.push(error),
      onPaid: tell('paid'),
      onFailed: tell('failed'),
      onRefunded: tell('refunded'),
      onSurplus: tell('surplus'),
    });
    return { orders, mortal };
  });

  const payments = () => [...gateway.entries.values()].filter(({ payType }) => payType === 'pay');
  const nth = <Item>(items: readonly Item[], index: number): Item | undefined => items[index % items.length];
  const processOf = (index: number) => processes[index] ?? processes[0];

  async function deliver(index: number, body: string): Promise<number> {
    const response = await processOf(index)?.orders.fetch(notification(body));
    return response?.status ?? 0;
  }

  function forged(entry: Entry, how: number): string {
    const order = reportOf(entry);
    const paid = { ...order, status: 2 };
    if (how === 0) return JSON.stringify({ ...paid, sign: sign({ ...paid }, 'another key') });
    if (how === 1) return JSON.stringify({ ...paid, sign: '0'.repeat(32) });
    if (how === 2)
      return JSON.stringify({ ...paid, sign: sign({ ...order, status: 0 }, merchant.merchantKey) });
    return JSON.stringify(paid);
  }

  async function one(happening: Happening): Promise<void> {
    switch (happening.kind) {
      case 'checkout':
        return checkout(happening);
      case 'charge': {
        gateway.nextOutcome = happening.outcome;
        const sale = { key: keyName(happening.key), amount: amountOf(happening.key) };
        const wallet = { type: 'ApplePay', data: 'e30=' } as const;
        const order = await processOf(happening.process)?.orders.chargeWallet({ ...sale, wallet });
        if (order) checkNothingIsFalse(gateway, order);
        return;
      }
      case 'customer pays': {
        const form = nth(
          payments().filter(({ mchOrderNo }) => handedOut.has(mchOrderNo)),
          happening.order,
        );
        if (form) gateway.pay(form.mchOrderNo, happening.outcome);
        return;
      }
      case 'bank decides': {
        const undecided = payments().filter(
          ({ status, payableUntil }) => status === 1 || (status === 0 && payableUntil === undefined),
        );
        const entry = nth(undecided, happening.order);
        if (entry) gateway.decide(entry, happening.isPaid);
        return;
      }
      case 'bank settles':
        Object.assign(nth(payments(), happening.order) ?? {}, { isSettled: true });
        return;
      case 'late money': {
        // This must not happen at a real gateway: it takes back that an order has failed, or pays a form that is long
        // over.
        const entry = nth(
          payments().filter(
            ({ status, mchOrderNo, payableUntil }) =>
              (status === 9 || status === 0) && (payableUntil === undefined || handedOut.has(mchOrderNo)),
          ),
          happening.order,
        );
        const order = entry && (await store.read({ mchOrderNo: entry.mchOrderNo }));
        const isWatched = order && gateway.now - (order.settledAt ?? gateway.now) < 7 * day;
        if (!entry || !isWatched) return;
        entry.isTakenBack = true;
        gateway.decide(entry, true);
        return;
      }
      case 'notify': {
        const body = nth(gateway.notifications, happening.message);
        if (body === undefined) return;
        const copies = Array.from({ length: happening.times }, () => deliver(happening.process, body));
        const statuses = await Promise.all(copies);
        if (statuses.includes(200) && !happening.keep) {
          gateway.notifications.splice(gateway.notifications.indexOf(body), 1);
        }
        return;
      }
      case 'notification lost':
        if (gateway.notifications.length > 0) {
          gateway.notifications.splice(happening.message % gateway.notifications.length, 1);
        }
        return;
      case 'forge': {
        const entry = nth(payments(), happening.order);
        if (entry) expect(await deliver(happening.process, forged(entry, happening.how))).toBe(401);
        return;
      }
      case 'refund': {
        const entry = nth(payments(), happening.order);
        if (!entry) return;
        const { mchOrderNo } = entry;
        const amount = happening.amount === 0 ? undefined : happening.amount;
        await processOf(happening.process)?.orders.refund({
          mchOrderNo,
          key: `r${happening.refundKey}`,
          amount,
        });
        return;
      }
      case 'refund in console': {
        const entry = nth(
          payments().filter(({ status }) => status === 2),
          happening.order,
        );
        if (!entry) return;
        const mchRefundNo = `console-${gateway.entries.size}`;
        await gateway.iotpay.refund({
          mchRefundNo,
          payOrderId: entry.payOrderId,
          refundAmount: happening.amount,
        });
        return;
      }
      case 'other amount': {
        const entry = nth(
          payments().filter(({ status }) => status === 0),
          happening.order,
        );
        if (entry) entry.amount += 1;
        return;
      }
      case 'confirm': {
        const entry = nth(payments(), happening.order);
        const order = entry && (await processOf(happening.process)?.orders.confirm(entry.mchOrderNo));
        if (order) checkNothingIsFalse(gateway, order);
        return;
      }
      case 'settle':
        await processOf(happening.process)?.orders.settleDue({ limit: 5 });
        return;
      case 'fault':
        gateway.faults[happening.call].push(
          ...Array.from({ length: happening.times }, () => happening.fault),
        );
        return;
      case 'kill':
        processOf(happening.process)?.mortal.killAfter(happening.steps);
        return;
      case 'handler fails':
        failingHandlers = happening.times;
        return;
      case 'time':
        gateway.advance(happening.ms);
    }
  }

  async function checkout({ process, key, otherAmount, declined }: Happening & { kind: 'checkout' }) {
    const sale = { key: keyName(key), amount: amountOf(key) + (otherAmount ? 1 : 0) };
    const held = await store.read({ key: sale.key });
    const wish = { ...sale, declined: declined ? held?.mchOrderNo : undefined };
    const opened = await processOf(process)?.orders.checkout(wish);
    if (!opened) return;
    if ('secureId' in opened) handedOut.add(opened.order.mchOrderNo);
    const wasPaid = held?.keyPaidBy !== undefined;
    if (wasPaid) expect(opened).toMatchObject({ settled: 'paid' });
    if ('settled' in opened) checkNothingIsFalse(gateway, opened.order);
    else expect(opened.order).toMatchObject({ state: 'open', amount: sale.amount });
  }

  return {
    gateway,
    processes,
    problems,
    async happen(happenings) {
      // An error of an operation goes to its caller. Only its traces in the store matter here.
      await Promise.all(
        happenings.map((happening) =>
          one(happening).catch((error: unknown) => {
            if (error instanceof Error && error.name === 'AssertionError') throw error;
          }),
        ),
      );
      for (const { mortal } of processes) if (mortal.isDead) mortal.revive();
    },
  };
}
