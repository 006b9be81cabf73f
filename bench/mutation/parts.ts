/** A part of the source that decides about money, and the tests that have to notice each change of it. */
export interface Part {
  readonly mutate: readonly string[];
  readonly environment: 'node' | 'jsdom';
  /** They are fast, because they run once for each change. */
  readonly tests: readonly string[];
}

export const parts = {
  server: {
    mutate: [
      'src/server/signing/{canonical,sign,signedFields,verify}.ts',
      'src/server/notifications/authenticate.ts',
      'src/contract/order.ts',
    ],
    environment: 'node',
    tests: [
      'test/contract/order.test.ts',
      'test/server/signing/*.test.ts',
      'test/server/notifications/{authenticate,receive,rejectedNotifications}.test.ts',
    ],
  },
  orders: {
    mutate: ['src/orders/ledger/*.ts'],
    environment: 'node',
    tests: ['test/orders/ledger/*.test.ts'],
  },
  client: {
    mutate: ['src/client/payment/{readOutcome,tellOutcome}.ts'],
    environment: 'jsdom',
    tests: ['test/client/payment/*.test.ts'],
  },
} as const satisfies Record<string, Part>;

export type PartName = keyof typeof parts;
