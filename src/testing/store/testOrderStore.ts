import type { OrderStore } from 'react-iotpay/orders';
import { claimingCases } from './claimingCases';
import { openingCases } from './openingCases';
import { outboxCases } from './outboxCases';
import { savingCases } from './savingCases';
import type { OrderStoreCase } from './storeCase';

/** All that a store has to do, for a test framework of any kind. */
export const orderStoreCases: readonly OrderStoreCase[] = [
  ...openingCases,
  ...savingCases,
  ...claimingCases,
  ...outboxCases,
];

/**
 * Declares a test for each thing that a store has to do.
 *
 * @param it the test framework's, as Vitest, Jest, Mocha and `node:test` have it
 * @param open gives an empty store for one test; it is migrated here
 * @example
 * describe('my store', () => testOrderStore(it, () => myStore(emptyDatabase())));
 */
export function testOrderStore(
  it: (name: string, run: () => Promise<void>) => unknown,
  open: () => OrderStore | Promise<OrderStore>,
): void {
  for (const { name, run } of orderStoreCases) {
    it(name, async () => {
      const store = await open();
      await store.migrate();
      await run(store);
    });
  }
}
