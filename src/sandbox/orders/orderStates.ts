import { readOrderStatus } from '../../contract/order';
import type { CardTrace } from '../cards/cardTrace';
import { formatDateTime } from './dateTime';
import type { Ledger, LedgerEntry } from './ledger';
import type { OrderNumbers } from './orderNumbers';
import type { SandboxClocks } from '../time/clocks';
import type { SandboxTime } from '../time/sandboxTime';

/** What an order needs to change: time, numbers, and the ledger that tells of it. */
export interface OrderDesk {
  readonly ledger: Ledger;
  readonly numbers: OrderNumbers;
  readonly time: SandboxTime;
  readonly clocks: SandboxClocks;
}

export function chargeCard(entry: LedgerEntry, card: CardTrace, { ledger }: OrderDesk): void {
  ledger.change(entry, 'charged', () => {
    entry.charges += 1;
    Object.assign(entry.order, card);
  });
}

/** The fields of an order that went through. */
function writeSuccess({ order }: LedgerEntry, status: 2 | 3, { numbers, time }: OrderDesk): void {
  order.status = status;
  order.paySuccTime = formatDateTime(new Date(time.now()));
  order.invoiceNum = numbers.digits(10);
  order.authNum = numbers.digits(6);
  order.transNum = numbers.digits(12);
}

/** Pays an order. From here it can be voided, and once the clock `settlementMs` has passed refunded instead. */
export function markPaid(entry: LedgerEntry, status: 2 | 3, desk: OrderDesk): void {
  desk.ledger.change(entry, 'paid', () => {
    writeSuccess(entry, status, desk);
    entry.order.refundable = entry.order.amount;
    entry.settlesAt = desk.time.now() + desk.clocks.settlementMs;
    delete entry.decision;
    delete entry.truth;
    delete entry.forced;
  });
  awaitSettlement(entry, desk);
}

/** The money of a refund or void has gone back. */
export function markGivenBack(entry: LedgerEntry, desk: OrderDesk): void {
  const change = entry.kind === 'void' ? 'voided' : 'refunded';
  desk.ledger.change(entry, change, () => writeSuccess(entry, 2, desk));
}

export function markFailed(entry: LedgerEntry, { ledger }: OrderDesk): void {
  ledger.change(entry, 'failed', () => {
    entry.order.status = 9;
    delete entry.decision;
    delete entry.truth;
    delete entry.forced;
  });
}

/** Marks an order whose outcome the gateway does not know. */
export function markUndecided(entry: LedgerEntry, { ledger }: OrderDesk): void {
  ledger.change(entry, 'undecided', () => {
    entry.order.status = 1;
    delete entry.decision;
    delete entry.truth;
    delete entry.forced;
  });
}

/** Lets an order's truth out, if it has one and its time has come. */
export function revealTruth(entry: LedgerEntry, desk: OrderDesk): void {
  const { truth } = entry;
  if (!truth || desk.time.now() < truth.from) return;
  if (truth.status === 2) markPaid(entry, 2, desk);
  else markFailed(entry, desk);
}

/** Whether a paid payment can be voided (`open`), refunded (`settled`) or neither (`void`); nothing else has a settlement. */
export type Settlement = 'open' | 'settled' | 'void';

export function settlementOf(
  { kind, order, settlesAt }: LedgerEntry,
  time: SandboxTime,
): Settlement | undefined {
  if (kind !== 'payment' || readOrderStatus(order) !== 'paid') return undefined;
  if (settlesAt === undefined) return 'void';
  return time.now() < settlesAt ? 'open' : 'settled';
}

/** Reports the settlement when its time has come, once. */
export function awaitSettlement(entry: LedgerEntry, desk: OrderDesk): void {
  const { settlesAt, isSettled } = entry;
  if (settlesAt === undefined || isSettled) return;
  const restMs = settlesAt - desk.time.now();
  if (restMs > 0) {
    desk.time.after(restMs, () => awaitSettlement(entry, desk));
    return;
  }
  desk.ledger.change(entry, 'settled', () => {
    entry.isSettled = true;
  });
}
