import type { CardTrace } from '../cards/cardTrace';
import type { LedgerEntry } from '../orders/ledger';
import { chargeCard, markFailed, markUndecided } from '../orders/orderStates';
import { Refusal } from '../refusal';
import type { CardEffect } from '../cards/cardEffect';
import { confirmPayment, decideLater, keepSilent, type PaymentDesk } from './confirmPayment';
import { takeForced } from './forcedEffect';
import { systemError } from './sdkEvents';

/**
 * Charges a saved card or a wallet, without a card page: the order then says how it went. UnionPay asks the customer in their app
 * first, so such an order is pending to begin with.
 *
 * @throws Refusal for a card that is declined with FAIL; the order has failed.
 */
export function chargeDirectly(
  entry: LedgerEntry,
  trace: CardTrace,
  given: CardEffect,
  desk: PaymentDesk,
): void {
  chargeCard(entry, trace, desk);
  const effect = takeForced(entry) ?? given;
  switch (effect.kind) {
    case 'paid':
      confirmPayment(entry, effect, desk);
      return;
    case 'refused':
      markFailed(entry, desk);
      if (effect.onceSaved === 'status 9') return;
      throw new Refusal(effect.retMsg);
    case 'broken':
      markFailed(entry, desk);
      throw new Refusal(systemError);
    case 'undecided':
      markUndecided(entry, desk);
      return;
    case 'silent':
      keepSilent(entry, effect.status, desk);
      return;
    case 'pending':
    case 'app':
      decideLater(entry, effect, desk);
  }
}
