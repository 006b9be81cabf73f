import { expect } from 'vitest';
import { mchOrderNoOf, payOrderIdOf, type DeliveryReport } from './delivery';
import type { Delivered, ModelShop } from './shop';

/**
 * The possible results of a genuine notification of each kind. An error is always possible, because the shop may fail
 * at any of them.
 */
const outcomes: Readonly<Record<DeliveryReport, readonly string[]>> = {
  paid: ['paid', 'rejected'],
  'paid otherwise': ['paid', 'rejected'],
  failed: ['failed'],
  pending: ['rejected'],
  nothing: ['rejected'],
  refund: ['refunded'],
  'failed refund': ['refund_failed'],
  underpaid: ['rejected'],
  unpriced: ['rejected'],
};

const isProof = ({ delivery: { change, report } }: Delivered) =>
  change === 'genuine' && (report === 'paid' || report === 'paid otherwise');

/** The rules that must hold after every step of a history. */
export function checkShop(shop: ModelShop): void {
  for (const { payOrderId, mchOrderNo, amount } of shop.told) {
    const proofs = shop.delivered.filter(
      (it) => isProof(it) && payOrderIdOf(it.delivery.order) === payOrderId,
    );
    expect(proofs.length, 'onPayment is told only of what a genuine notification proves').toBeGreaterThan(0);
    expect(mchOrderNo).toBe(mchOrderNoOf(proofs[0]?.delivery.order ?? NaN));
    expect(amount, 'and only of the amount that was ordered').toBe(1999);
  }
  const proofs = shop.delivered.filter(isProof).length;
  expect(shop.told.length, 'onPayment is told at most once for each delivery').toBeLessThanOrEqual(proofs);
  expect(shop.overlaps, 'one payment is stored by one run at a time').toEqual([]);
  for (const count of shop.stored.values()) expect(count, 'a payment is stored once').toBe(1);
  for (const entry of shop.delivered) checkAnswer(entry);
}

function checkAnswer(entry: Delivered): void {
  const { answer, delivery, wasStored } = entry;
  if (!answer) return;
  const { status, outcome, body } = answer;
  expect(body === 'success', 'success is said with 200 and nothing else').toBe(status === 200);
  if (delivery.change !== 'genuine') {
    expect(outcome.status, 'a notification without a proof is rejected').toBe('rejected');
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    return;
  }
  expect([...outcomes[delivery.report], 'error']).toContain(outcome.status);
  if (outcome.status === 'paid') expect(wasStored, 'a payment is acknowledged once it is stored').toBe(true);
  if (outcome.status === 'error') expect(status).toBe(500);
  if (isProof(entry) && status === 200) expect(outcome.status).toBe('paid');
}
