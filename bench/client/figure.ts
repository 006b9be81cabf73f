import type { Spread } from '../report';

/** One figure of all entrants, side by side. */
export interface Figure {
  readonly name: string;
  readonly rows: readonly Row[];
}

export interface Row {
  readonly who: string;
  /** One number, or the parts that the figure's name lists. */
  readonly values: readonly number[];
  /** The 5th and the 95th percentile, if the value is a median. */
  readonly range?: Pick<Spread, 'low' | 'high'> | undefined;
  /** The largest values that are aimed at. An entrant that is only there for comparison has none. */
  readonly reach?: readonly number[] | undefined;
}

export const isReached = ({ values, reach }: Row): boolean | undefined =>
  reach && values.every((value, index) => value <= (reach[index] ?? NaN));

/** A row whose one value is a median. */
export const medianRow = (who: string, { median, low, high }: Spread, reach?: number): Row => ({
  who,
  values: [median],
  range: { low, high },
  reach: reach === undefined ? undefined : [reach],
});

/** A table for people. */
export function tableOf({ name, rows }: Figure): string {
  const cells = rows.map((row) => [
    row.who,
    row.values.map(readable).join(' / '),
    row.range ? `${readable(row.range.low)} to ${readable(row.range.high)}` : '',
    row.reach ? `at most ${row.reach.map(readable).join(' / ')} ${isReached(row) ? '✓' : '✗'}` : '',
  ]);
  const widths = [0, 1, 2, 3].map((column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  const lines = cells.map(
    (row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`,
  );
  return [name, ...lines.map((line) => line.trimEnd()), ''].join('\n');
}

/** Whole numbers without a fraction, others with two digits after the point. */
const readable = (value: number): string =>
  Number.isInteger(value) ? value.toLocaleString('en') : value.toFixed(2);
