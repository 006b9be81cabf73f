import type { OrderStore } from 'react-iotpay/orders';
import { claimingCases } from './claimingCases';
import { openingCases } from './openingCases';
import { outboxCases } from './outboxCases';
import { savingCases } from './savingCases';
import type { OrderStoreCase } from './storeCase';

/** All requirements of a store, for any test framework. */
export const orderStoreCases: readonly OrderStoreCase[] = [
  ...openingCases,
  ...savingCases,
  ...claimingCases,
  ...outboxCases,
];

/**
 * Declares a test for each requirement of a store.
 *
 * @param it the function of Vitest, Jest, Mocha or `node:test` that declares a test
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
