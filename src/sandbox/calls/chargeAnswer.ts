import type { CardTrace } from '../cards/cardTrace';
import { chargeDirectly } from '../checkout/chargeDirectly';
import { systemError } from '../checkout/sdkEvents';
import type { Gateway } from '../gateway';
import type { LedgerEntry, LedgerOrder } from '../orders/ledger';
import { Refusal } from '../refusal';
import type { CardEffect } from '../cards/cardEffect';

/**
 * The answer to a call that opens an order and charges it at once. While the bank thinks, the order is there already: pending, and
 * its number used.
 *
 * @throws Refusal if the number was used before, or the card is declined with FAIL.
 */
export async function chargeAnswer(
  entry: LedgerEntry | undefined,
  trace: CardTrace,
  effect: CardEffect,
  gateway: Gateway,
): Promise<LedgerOrder> {
  if (!entry) throw new Refusal('mchOrderNo is already used', 'usedOrderNo');
  await gateway.time.pause(gateway.clocks.bankMs);
  // The sandbox was reset meanwhile: its new ledger must not hear of an old payment.
  if (gateway.ledger.find({ mchOrderNo: entry.order.mchOrderNo }) !== entry) throw new Refusal(systemError);
  chargeDirectly(entry, trace, effect, gateway);
  return entry.order;
}
