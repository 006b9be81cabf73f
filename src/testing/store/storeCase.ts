import type { OrderStore } from 'react-iotpay/orders';

/**
 * One requirement of a store. `run` gets an empty store that is migrated, and throws if the store does not meet the
 * requirement.
 */
export interface OrderStoreCase {
  readonly name: string;
  run(store: OrderStore): Promise<void>;
}

/** @throws Error that names the difference */
export function checkEqual(actual: unknown, expected: unknown, subject: string): void {
  const [is, should] = [textOf(actual), textOf(expected)];
  if (is !== should) throw new Error(`${subject} is ${String(is)}, and should be ${String(should)}.`);
}

/** The same text for equal values, with sorted fields, and without undefined ones. */
function textOf(value: unknown): string | undefined {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

/** @throws Error if the work does not throw */
export async function checkThrows(work: () => Promise<unknown>, subject: string): Promise<void> {
  try {
    await work();
  } catch {
    return;
  }
  throw new Error(`${subject} should throw.`);
}
