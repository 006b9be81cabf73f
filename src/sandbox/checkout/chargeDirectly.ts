import type { CardTrace } from '../cards/cardTrace';
import type { LedgerEntry } from '../orders/ledger';
import { chargeCard, markFailed } from '../orders/orderStates';
import { Refusal } from '../refusal';
import type { SandboxScenario } from '../cards/cardScenario';
import { confirmPayment, keepSilent, type PaymentDesk } from './confirmPayment';
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
  scenario: SandboxScenario,
  desk: PaymentDesk,
): void {
  const { clocks, timers } = desk;
  chargeCard(entry, trace);
  switch (scenario.kind) {
    case 'paid':
      confirmPayment(entry, scenario, desk);
      return;
    case 'refused':
      markFailed(entry);
      if (scenario.onceSaved === 'status 9') return;
      throw new Refusal(scenario.retMsg);
    case 'broken':
      markFailed(entry);
      throw new Refusal(systemError);
    case 'pending':
      timers.after(clocks.pendingMs, () => confirmPayment(entry, scenario, desk));
      return;
    case 'silent':
      keepSilent(entry, scenario.status, clocks);
      return;
    case 'app':
      timers.after(clocks.pendingMs, () => {
        if (scenario.refusal === undefined) confirmPayment(entry, scenario, desk);
        else markFailed(entry);
      });
  }
}
