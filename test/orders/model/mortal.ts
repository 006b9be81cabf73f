import type { Change, OrdersIotPay, OrderStore, Sql } from 'react-iotpay/orders';

/** The error of a killed process. No code catches it, and nothing after it runs. */
export class Killed extends Error {
  constructor() {
    super('The process was killed.');
  }
}

/** A process that can be killed before or after any of its steps outside itself, and in the middle of a transaction. */
export interface Mortal {
  readonly store: OrderStore;
  readonly iotpay: OrdersIotPay;
  /** Kills it at the so-many-th step from now. */
  killAfter(steps: number): void;
  readonly isDead: boolean;
  revive(): void;
}

export function createMortal(store: OrderStore, iotpay: OrdersIotPay): Mortal {
  let left = Infinity;

  function step(): void {
    left -= 1;
    if (left < 0) throw new Killed();
  }

  /** Each call is two steps: it may be killed before the call is sent, or before its answer is heard. */
  function mortal<Target extends object>(target: Target): Target {
    return new Proxy(target, {
      get(_, name) {
        const member: unknown = Reflect.get(target, name);
        if (typeof member !== 'function' || name === 'checkSignature') return member;
        return async (...args: unknown[]) => {
          step();
          const result: unknown = await Reflect.apply(member, target, args);
          step();
          return result;
        };
      },
    });
  }

  return {
    iotpay: mortal(iotpay),
    store: {
      ...mortal(store),
      ...Object.fromEntries(
        Object.keys(store).map((name) => [name, Reflect.get(mortal(store), name) as unknown]),
      ),
      async save(change: Change, within?: (sql: Sql) => Promise<void>) {
        step();
        const isSaved = await store.save(
          change,
          within &&
            (async (sql) => {
              step();
              await within(sql);
              // Between the last statement and the commit.
              step();
            }),
        );
        step();
        return isSaved;
      },
    },
    killAfter: (steps) => void (left = steps),
    get isDead() {
      return left < 0;
    },
    revive: () => void (left = Infinity),
  };
}
