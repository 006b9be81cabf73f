import { randomInt } from 'node:crypto';
import type { SandboxTime } from '../time/sandboxTime';
import { formatDateTime } from './dateTime';

/** The gateway's and the bank's own numbers. */
export interface OrderNumbers {
  digits(count: number): string;
  /** E.g. `PC20240101231256043886634219`: 28 characters; refunds and voids start with `RP`. */
  payOrderId(prefix: 'PC' | 'RP'): string;
  /** From here on the same seed gives the same numbers; without one they are random again. */
  seed(seed?: number): void;
}

export function createOrderNumbers(time: SandboxTime): OrderNumbers {
  let nextDigit = () => randomInt(10);
  const digits = (count: number) => Array.from({ length: count }, () => nextDigit()).join('');
  return {
    digits,
    payOrderId: (prefix) =>
      `${prefix}${formatDateTime(new Date(time.now())).replace(/\D/g, '')}${digits(12)}`,
    seed(seed) {
      const random = seed === undefined ? undefined : seededRandom(seed);
      nextDigit = random ? () => Math.floor(random() * 10) : () => randomInt(10);
    },
  };
}

/** Mulberry32: small, and good enough for numbers that only have to look like numbers. */
function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
