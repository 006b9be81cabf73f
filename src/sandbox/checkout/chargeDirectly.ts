import type { CardTrace } from '../cards/cardTrace';
import type { LedgerEntry } from '../orders/ledger';
import { chargeCard, markFailed, markUndecided } from '../orders/orderStates';
import { Refusal } from '../refusal';
import type { SandboxScenario } from '../cards/cardScenario';
import { confirmPayment, decideLater, keepSilent, type PaymentDesk } from './confirmPayment';
import { takeForced } from './forcedScenario';
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
  given: SandboxScenario,
  desk: PaymentDesk,
): void {
  chargeCard(entry, trace, desk);
  const scenario = takeForced(entry) ?? given;
  switch (scenario.kind) {
    case 'paid':
      confirmPayment(entry, scenario, desk);
      return;
    case 'refused':
      markFailed(entry, desk);
      if (scenario.onceSaved === 'status 9') return;
      throw new Refusal(scenario.retMsg);
    case 'broken':
      markFailed(entry, desk);
      throw new Refusal(systemError);
    case 'undecided':
      markUndecided(entry, desk);
      return;
    case 'silent':
      keepSilent(entry, scenario.status, desk);
      return;
    case 'pending':
    case 'app':
      decideLater(entry, scenario, desk);
  }
}
