import type { Gateway } from '../gateway';
import type { LedgerEntry, MoneyBack } from './ledger';
import { markGivenBack, revealTruth, settlementOf, type OrderDesk } from './orderStates';
import { Refusal } from '../refusal';

/** The request. A void always concerns the whole payment. */
export type MoneyBackRequest = Pick<MoneyBack, 'mchRefundNo' | 'notifyUrl'> & {
  readonly payOrderId: string;
} & ({ readonly kind: 'void' } | { readonly kind: 'refund'; readonly amount: number });

/**
 * Voids a payment, or refunds all or part of it (docs/gateway-contract.md, section 3), and tells the merchant. Nothing in here waits, so of
 * any number of requests at the same moment each finds what the one before it has left.
 *
 * @throws Refusal
 */
export function giveBack(
  request: MoneyBackRequest,
  desk: OrderDesk & Pick<Gateway, 'notifier'>,
): LedgerEntry {
  const { kind, mchRefundNo, payOrderId, notifyUrl } = request;
  const { ledger, notifier } = desk;
  const payment = ledger.find({ payOrderId });
  if (!payment) throw new Refusal('pay order does not exist', 'unknownPayment');
  if (payment.kind !== 'payment') throw new Refusal('payOrderId is a refund, not a payment');
  revealTruth(payment, desk);
  checkSettlement(kind, payment, desk);

  const { order } = payment;
  const amount = request.kind === 'refund' ? request.amount : order.amount;
  if (amount > order.refundable) throw new Refusal('refundAmount is more than is refundable');
  const entry = ledger.openMoneyBack(payment, { kind, mchRefundNo, amount, notifyUrl });
  if (!entry) throw new Refusal('mchRefundNo is already used');
  ledger.change(payment, kind === 'void' ? 'voided' : 'refunded', () => {
    order.refundable -= amount;
    if (kind === 'void') delete payment.settlesAt;
  });
  markGivenBack(entry, desk);
  notifier.notify(entry);
  return entry;
}

/** Voids come before settlement, refunds after it. */
function checkSettlement(kind: 'void' | 'refund', payment: LedgerEntry, { time }: OrderDesk): void {
  const settlement = settlementOf(payment, time);
  if (settlement === undefined) throw new Refusal('pay order is not paid');
  if (settlement === 'void') throw new Refusal('pay order is void already');
  if (kind === 'void' && settlement === 'settled') throw new Refusal('pay order is settled: use cc_refund');
  if (kind === 'refund' && settlement === 'open') {
    throw new Refusal('pay order is not settled yet: use cc_void');
  }
}
