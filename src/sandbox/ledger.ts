import { randomInt } from 'node:crypto';
import type { IotPayChannel, IotPayOrder } from '../contract/order';
import { formatDateTime } from './dateTime';

/** An order as it stands in section 3 of the gateway contract, with the fields that every payment has. */
export interface PaymentOrder extends IotPayOrder {
  currency: string;
  amount: number;
  status: number;
  channel: IotPayChannel;
}

/** One line of the ledger. */
export interface LedgerEntry {
  readonly order: PaymentOrder;
  readonly notifyUrl: string;
  readonly returnUrl: string;
  readonly subject: string | undefined;
  /** How often a card was charged for it. */
  charges: number;
  /** What the order turns out to be for whoever asks from this moment (epoch milliseconds) on. */
  truth?: { readonly from: number; readonly status: 2 | 9 };
}

/** What is kept of a card. */
export interface CardTrace {
  readonly cardNum: string;
  readonly cardType: string;
  readonly expiryDate: string;
}

export interface Ledger {
  /** `undefined` if the `mchOrderNo` was used before. */
  open(
    order: Pick<PaymentOrder, 'mchId' | 'mchOrderNo' | 'amount' | 'currency' | 'channel'>,
    merchant: Pick<LedgerEntry, 'notifyUrl' | 'returnUrl' | 'subject'>,
  ): LedgerEntry | undefined;
  find(by: { payOrderId?: string | undefined; mchOrderNo?: string | undefined }): LedgerEntry | undefined;
  /** Oldest first. */
  all(): readonly LedgerEntry[];
  clear(): void;
}

const digits = (count: number) => Array.from({ length: count }, () => randomInt(10)).join('');

/** E.g. `PC20240101231256043886634219`: 28 characters. */
function createPayOrderId(): string {
  return `PC${formatDateTime(new Date()).replace(/\D/g, '')}${digits(12)}`;
}

export function createLedger(): Ledger {
  const entries = new Map<string, LedgerEntry>();
  return {
    open(order, merchant) {
      if (entries.has(order.mchOrderNo)) return undefined;
      const entry: LedgerEntry = {
        order: { payOrderId: createPayOrderId(), ...order, payType: 'pay', refundable: 0, status: 0 },
        ...merchant,
        charges: 0,
      };
      entries.set(order.mchOrderNo, entry);
      return entry;
    },
    find({ payOrderId, mchOrderNo }) {
      if (payOrderId) return [...entries.values()].find(({ order }) => order.payOrderId === payOrderId);
      return mchOrderNo ? entries.get(mchOrderNo) : undefined;
    },
    all: () => [...entries.values()],
    clear: () => entries.clear(),
  };
}

export function chargeCard(entry: LedgerEntry, card: CardTrace): void {
  entry.charges += 1;
  Object.assign(entry.order, card);
}

export function markPaid({ order }: LedgerEntry, status: 2 | 3): void {
  order.status = status;
  order.refundable = order.amount;
  order.paySuccTime = formatDateTime(new Date());
  order.invoiceNum = digits(10);
  order.authNum = digits(6);
  order.transNum = digits(12);
}

export function markFailed({ order }: LedgerEntry): void {
  order.status = 9;
}

/** Lets an order's truth out, if it has one and its time has come. */
export function revealTruth(entry: LedgerEntry): void {
  const { truth } = entry;
  if (!truth || Date.now() < truth.from) return;
  delete entry.truth;
  if (truth.status === 2) markPaid(entry, 2);
  else markFailed(entry);
}
