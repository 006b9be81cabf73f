import type { Rates } from './measure';

/** The result of one contestant against another, and the aim. */
export interface Comparison {
  readonly ours: string;
  readonly peer: string;
  /** Our rate divided by the peer's, within each round. */
  readonly ratio: Spread;
  readonly oursPerSecond: Spread;
  readonly peerPerSecond: Spread;
  /** The smallest ratio that is aimed at. There is none for a comparison without an aim. */
  readonly aim?: number | undefined;
}

/** The median, and the 5th and the 95th percentile, which nine in ten values lie between. */
export interface Spread {
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

export function compare(rates: Rates, ours: string, peer: string, aim?: number): Comparison {
  const [mine, theirs] = [ratesOf(rates, ours), ratesOf(rates, peer)];
  const ratios = mine.map((rate, round) => rate / (theirs[round] ?? NaN));
  return {
    ours,
    peer,
    ratio: spread(ratios),
    oursPerSecond: spread(mine),
    peerPerSecond: spread(theirs),
    aim,
  };
}

function ratesOf(rates: Rates, name: string): readonly number[] {
  const found = rates.get(name);
  if (!found) throw new Error(`${name} was not measured`);
  return found;
}

export function spread(values: readonly number[]): Spread {
  const sorted = values.toSorted((one, other) => one - other);
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))] ?? NaN;
  return { median: at(0.5), low: at(0.05), high: at(0.95) };
}

/** One line for people. */
export function describe({ ours, peer, ratio, oursPerSecond, peerPerSecond, aim }: Comparison): string {
  const figures = `${fixed(ratio.median)} (${fixed(ratio.low)} to ${fixed(ratio.high)})`;
  const verdict = aim === undefined ? '' : `  aim ${fixed(aim)} ${ratio.median >= aim ? '✓' : '✗'}`;
  const perSecond = `${thousands(oursPerSecond.median)} against ${thousands(peerPerSecond.median)} per second`;
  return `  ${figures}${verdict}  ${ours} / ${peer}: ${perSecond}`;
}

const fixed = (value: number) => value.toFixed(2);

const thousands = (value: number) => Math.round(value).toLocaleString('en');
