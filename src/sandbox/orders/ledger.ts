import type { IotPayChannel, IotPayOrder } from '../../contract/order';
import type { ForcedOutcome } from '../consoleApi/commands';
import type { OrderEvent } from '../consoleApi/events';
import type { CardEffect } from '../cards/cardEffect';
import type { SandboxTime } from '../time/sandboxTime';
import type { OrderNumbers } from './orderNumbers';

/** An order as it stands in section 3 of docs/gateway-contract.md, with the fields that every order of the sandbox has. */
export interface LedgerOrder extends IotPayOrder {
  currency: string;
  amount: number;
  refundable: number;
  status: number;
  channel: IotPayChannel | 'CC_CA' | 'CC_CG';
  /** Wallet payments have it. */
  capture?: 'Y';
}

/** One line of the ledger: a payment, or money that went back. It holds nothing that JSON could not. */
export interface LedgerEntry {
  readonly kind: 'payment' | 'refund' | 'void';
  readonly order: LedgerOrder;
  /** Epoch milliseconds. */
  readonly openedAt: number;
  /** Where its result is reported, if anywhere. */
  readonly notifyUrl?: string | undefined;
  readonly subject?: string | undefined;
  /** Of a refund or void: the `mchOrderNo` of the payment. */
  readonly paymentNo?: string;
  /** How often a card was charged for it. */
  charges: number;
  /** The status that queries get from this moment (epoch milliseconds) on. */
  truth?: { readonly from: number; readonly status: 2 | 9 };
  /** What the order comes to by itself at this moment (epoch milliseconds). */
  decision?: { readonly at: number; readonly effect: CardEffect };
  /** When a paid payment is settled (epoch milliseconds); a void one never is. */
  settlesAt?: number;
  /** Whether its settlement has been reported. */
  isSettled?: boolean;
  /** The outcome that the console forces. */
  forced?: ForcedOutcome;
}

/** A payment that a card page is open for. */
export interface CheckoutEntry extends LedgerEntry {
  readonly returnUrl: string;
}

export type LedgerChange = OrderEvent['change'];

type PaymentFields = Pick<
  LedgerOrder,
  'mchId' | 'mchOrderNo' | 'amount' | 'currency' | 'channel' | 'capture'
>;
type MerchantFields = Pick<LedgerEntry, 'notifyUrl' | 'subject'>;

/** A refund or void, as the merchant asks for it. */
export interface MoneyBack {
  readonly kind: 'refund' | 'void';
  readonly mchRefundNo: string;
  readonly amount: number;
  readonly notifyUrl: string | undefined;
}

/** All orders, by the merchant's numbers for them: payments, refunds and voids share one series. */
export interface Ledger {
  /** `undefined` if the `mchOrderNo` was used before. */
  open<Merchant extends MerchantFields>(
    order: PaymentFields,
    merchant: Merchant,
  ): (LedgerEntry & Merchant) | undefined;
  /** `undefined` if the `mchRefundNo` was used before. Whether money may go back is not the ledger's to say. */
  openMoneyBack(payment: LedgerEntry, moneyBack: MoneyBack): LedgerEntry | undefined;
  find(by: { payOrderId?: string | undefined; mchOrderNo?: string | undefined }): LedgerEntry | undefined;
  /** Oldest first. */
  all(): readonly LedgerEntry[];
  /** Changes an entry in one synchronous step, so that no two calls ever see a half of it, and says so to all who listen. */
  change(entry: LedgerEntry, change: LedgerChange, make: () => void): void;
  /** Hears of every change, the opening of an order included. */
  onChange(listener: (entry: LedgerEntry, change: LedgerChange) => void): void;
  clear(): void;
  /** Puts entries back as they are, and says nothing. */
  restore(entries: readonly LedgerEntry[]): void;
}

export function createLedger(time: SandboxTime, numbers: OrderNumbers): Ledger {
  const entries = new Map<string, LedgerEntry>();
  const byPayOrderId = new Map<string, LedgerEntry>();
  const listeners: ((entry: LedgerEntry, change: LedgerChange) => void)[] = [];

  function keep(entry: LedgerEntry): void {
    entries.set(entry.order.mchOrderNo, entry);
    byPayOrderId.set(entry.order.payOrderId, entry);
  }
  function add<Entry extends LedgerEntry>(entry: Entry): Entry | undefined {
    if (entries.has(entry.order.mchOrderNo)) return undefined;
    keep(entry);
    for (const listener of listeners) listener(entry, 'opened');
    return entry;
  }

  return {
    open(fields, merchant) {
      const payOrderId = numbers.payOrderId('PC');
      const order: LedgerOrder = { payOrderId, ...fields, payType: 'pay', refundable: 0, status: 0 };
      return add({ kind: 'payment', order, openedAt: time.now(), ...merchant, charges: 0 });
    },
    openMoneyBack({ order, subject }, { kind, mchRefundNo, amount, notifyUrl }) {
      const own = {
        payOrderId: numbers.payOrderId('RP'),
        mchOrderNo: mchRefundNo,
        originalOrderId: order.payOrderId,
        amount,
        payType: 'refund',
        refundable: 0,
        status: 0,
      };
      const about = { notifyUrl, subject, paymentNo: order.mchOrderNo, openedAt: time.now(), charges: 0 };
      // Card and channel stay the payment's; time and numbers of the bank are replaced when it goes through.
      return add({ kind, order: { ...order, ...own }, ...about });
    },
    find({ payOrderId, mchOrderNo }) {
      if (payOrderId) return byPayOrderId.get(payOrderId);
      return mchOrderNo ? entries.get(mchOrderNo) : undefined;
    },
    all: () => [...entries.values()],
    change(entry, change, make) {
      make();
      for (const listener of listeners) listener(entry, change);
    },
    onChange: (listener) => void listeners.push(listener),
    clear() {
      entries.clear();
      byPayOrderId.clear();
    },
    restore: (given) => given.forEach(keep),
  };
}
