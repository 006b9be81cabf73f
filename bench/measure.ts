/** One of several ways to do the same work. `index` is the number of the prepared message. */
export interface Contestant {
  readonly name: string;
  readonly run: (index: number) => unknown;
}

/** How often each contestant ran per second, round by round. */
export type Rates = ReadonlyMap<string, readonly number[]>;

const rounds = 100;
const warmUpRounds = 10;
const turnMs = 5;

/**
 * Runs the contestants in short turns, one after the other, round after round. Other programs slow all of them down
 * alike, so their ratio within a round is reliable even if their rates are not.
 */
export function measure(contestants: readonly Contestant[]): Rates {
  const calls = new Map(contestants.map(({ name, run }) => [name, callsPerTurn(run)]));
  const rates = new Map<string, number[]>(contestants.map(({ name }) => [name, []]));
  for (let round = -warmUpRounds; round < rounds; round++) {
    for (const { name, run } of round % 2 === 0 ? contestants : contestants.toReversed()) {
      const count = calls.get(name) ?? 0;
      const rate = (count / time(run, count)) * 1000;
      if (round >= 0) rates.get(name)?.push(rate);
    }
  }
  return rates;
}

function callsPerTurn(run: Contestant['run']): number {
  let count = 1;
  while (time(run, count) < turnMs) count *= 2;
  return count;
}

/** In milliseconds. */
function time(run: Contestant['run'], count: number): number {
  const start = performance.now();
  for (let call = 0; call < count; call++) latest = run(call);
  return performance.now() - start;
}

/** Keeps the results alive, because work without a used result could be optimised away. */
export let latest: unknown;
