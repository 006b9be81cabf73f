import type { IotPayChannel, IotPayOrder } from '../../contract/order';
import { createPayOrderId } from './orderNumbers';

/** An order as it stands in section 3 of the gateway contract, with the fields that every order of the sandbox has. */
export interface LedgerOrder extends IotPayOrder {
  currency: string;
  amount: number;
  refundable: number;
  status: number;
  channel: IotPayChannel | 'CC_CA' | 'CC_CG';
  /** Wallet payments have it. */
  capture?: 'Y';
}

/** One line of the ledger: a payment, or money that went back. */
export interface LedgerEntry {
  readonly kind: 'payment' | 'refund' | 'void';
  readonly order: LedgerOrder;
  /** Where its result is reported, if anywhere. */
  readonly notifyUrl: string | undefined;
  readonly subject: string | undefined;
  /** How often a card was charged for it. */
  charges: number;
  /** What the order turns out to be for whoever asks from this moment (epoch milliseconds) on. */
  truth?: { readonly from: number; readonly status: 2 | 9 };
  /** When a paid payment is settled (epoch milliseconds); a void one never is. */
  settlesAt?: number;
}

/** A payment that a card page is open for. */
export interface CheckoutEntry extends LedgerEntry {
  readonly returnUrl: string;
}

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
  clear(): void;
}

export function createLedger(): Ledger {
  const entries = new Map<string, LedgerEntry>();

  function add<Entry extends LedgerEntry>(entry: Entry): Entry | undefined {
    const { mchOrderNo } = entry.order;
    if (entries.has(mchOrderNo)) return undefined;
    entries.set(mchOrderNo, entry);
    return entry;
  }

  return {
    open(fields, merchant) {
      const payOrderId = createPayOrderId('PC');
      const order: LedgerOrder = { payOrderId, ...fields, payType: 'pay', refundable: 0, status: 0 };
      return add({ kind: 'payment', order, ...merchant, charges: 0 });
    },
    openMoneyBack({ order, subject }, { kind, mchRefundNo, amount, notifyUrl }) {
      const own = {
        payOrderId: createPayOrderId('RP'),
        mchOrderNo: mchRefundNo,
        originalOrderId: order.payOrderId,
        amount,
        payType: 'refund',
        refundable: 0,
        status: 0,
      };
      // Card and channel stay the payment's; time and numbers of the bank are replaced when it goes through.
      return add({ kind, order: { ...order, ...own }, notifyUrl, subject, charges: 0 });
    },
    find({ payOrderId, mchOrderNo }) {
      if (payOrderId) return [...entries.values()].find(({ order }) => order.payOrderId === payOrderId);
      return mchOrderNo ? entries.get(mchOrderNo) : undefined;
    },
    all: () => [...entries.values()],
    clear: () => entries.clear(),
  };
}
