/** A part of the source that decides about money, and the tests that have to notice each change of it. */
export interface Part {
  readonly mutate: readonly string[];
  readonly environment: 'node' | 'jsdom';
  readonly tests: readonly string[];
  /** Tests that read the source's text, which holds all changes at once during such a run. */
  readonly readingSource?: readonly string[];
}

export const parts = {
  server: {
    mutate: [
      'src/server/signing/{canonical,sign,signedFields,verify}.ts',
      'src/server/notifications/authenticate.ts',
      'src/server/gateway/answers.ts',
      'src/contract/order.ts',
    ],
    environment: 'node',
    tests: [
      'test/contract/**/*.test.ts',
      'test/server/{signing,notifications}/**/*.test.ts',
      'test/server/gateway/{requests,refusal,calls,fields,sessionCalls}.test.ts',
      'test/server/gateway/{http,waitForResult}/*.test.ts',
    ],
  },
  orders: {
    mutate: ['src/orders/ledger/*.ts'],
    environment: 'node',
    tests: ['test/orders/{operations,routes,settling}/*.test.ts'],
  },
  client: {
    mutate: ['src/client/payment/{payment,paymentForm,readOutcome,tellOutcome}.ts'],
    environment: 'jsdom',
    tests: ['test/client/{payment,card,secureId}/**/*.test.{ts,tsx}'],
    readingSource: ['test/client/card/compiler/reactCompiler.test.tsx'],
  },
} as const satisfies Record<string, Part>;

export type PartName = keyof typeof parts;
