import { traceOf } from '../cards/cardTrace';
import { testCards } from '../cards/testCards';
import { refuse } from '../control/refuse';
import type { Gateway } from '../gateway';
import { giveBack } from '../orders/giveBack';
import type { LedgerEntry } from '../orders/ledger';
import { chargeCard, markFailed, markPaid, markUndecided } from '../orders/orderStates';
import { settleNow } from '../orders/settleNow';

/** How an order gets into each state. No notification is sent. */
const makers: Readonly<Record<string, (entry: LedgerEntry, gateway: Gateway) => void>> = {
  open: () => undefined,
  pending: (entry, gateway) => charge(entry, gateway),
  unknown(entry, gateway) {
    charge(entry, gateway);
    markUndecided(entry, gateway);
  },
  paid(entry, gateway) {
    charge(entry, gateway);
    markPaid(entry, 2, gateway);
  },
  settled(entry, gateway) {
    makers.paid?.(entry, gateway);
    settleNow(entry, gateway);
  },
  failed(entry, gateway) {
    charge(entry, gateway);
    markFailed(entry, gateway);
  },
  refunded: (entry, gateway) => refund(entry, entry.order.amount, gateway),
  'partly refunded': (entry, gateway) => refund(entry, Math.ceil(entry.order.amount / 3), gateway),
  void(entry, gateway) {
    makers.paid?.(entry, gateway);
    giveBack({ ...moneyBackOf(entry), kind: 'void' }, gateway);
  },
};

const otherWords: Readonly<Record<string, string>> = {
  undecided: 'unknown',
  declined: 'failed',
  voided: 'void',
};

function charge(entry: LedgerEntry, gateway: Gateway): void {
  const card = testCards[entry.order.amount % 3]?.number ?? '';
  chargeCard(entry, { ...traceOf(card), expiryDate: '1234' }, gateway);
}

function moneyBackOf({ order }: LedgerEntry) {
  return { mchRefundNo: `${order.mchOrderNo}-R`, payOrderId: order.payOrderId, notifyUrl: undefined };
}

function refund(entry: LedgerEntry, amount: number, gateway: Gateway): void {
  makers.settled?.(entry, gateway);
  giveBack({ ...moneyBackOf(entry), kind: 'refund', amount }, gateway);
}

/** More would only slow the console down. */
const mostOrders = 10_000;

function readWish(text: string): { count: number; state: string }[] {
  const states = Object.keys(makers).join(', ');
  return text.split(/[,;]|\band\b/).map((part) => {
    const [, count = '', word = ''] = /^\s*(\d+)\s+([a-z ]+?)\s*$/i.exec(part) ?? [];
    const state = otherWords[word.toLowerCase()] ?? word.toLowerCase();
    if (!Object.hasOwn(makers, state)) {
      throw refuse(
        'invalid_command',
        `text: write it like "3 paid, 1 refunded, 1 unknown". There are: ${states}.`,
      );
    }
    return { count: Number(count), state };
  });
}

/**
 * Makes orders in given states, e.g. `3 paid, 1 refunded, 1 unknown`; gives their numbers.
 *
 * @throws IotPayError `invalid_command`
 */
export function seedOrders(text: string, gateway: Gateway): string[] {
  const wishes = readWish(text);
  if (wishes.reduce((sum, { count }) => sum + count, 0) > mostOrders) {
    throw refuse('invalid_command', `text: at most ${mostOrders} orders at once`);
  }
  const { ledger, credentials } = gateway;
  let number = ledger.all().length;
  const made: string[] = [];
  for (const { count, state } of wishes) {
    for (let left = count; left > 0; left -= 1) {
      number += 1;
      const mchOrderNo = `SEED-${String(number).padStart(5, '0')}`;
      const fields = { mchId: credentials.mchId, mchOrderNo, amount: amountOf(number), currency: 'CAD' };
      const about = { notifyUrl: undefined, subject: `Seeded: ${state}` };
      const entry = ledger.open({ ...fields, channel: 'PF_CC' }, about);
      if (!entry) continue;
      makers[state]?.(entry, gateway);
      made.push(mchOrderNo);
    }
  }
  return made;
}

/** From 5 to 205 dollars, so that lists look like a shop's. */
const amountOf = (number: number) => 500 + ((number * 7919) % 20_000);
