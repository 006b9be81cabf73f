/** The labels of the clocks that have a slider. */
export const clockLabels: Readonly<Record<string, string>> = {
  secureIdTtlMs: 'A secureId lives',
  bankMs: 'The bank thinks for',
  pollIntervalMs: 'The card page asks again after',
  polls: 'It asks so often, then gives up',
  pendingMs: 'A pending payment is decided after',
  settlementMs: 'A payment can be voided for',
  callbackDelayMs: 'The shop’s page is told later by',
  notifyDelayMs: 'The first notification waits',
  lateNotificationMs: 'A late notification waits',
  notifyTimeoutMs: 'A notification waits for its answer',
  notifyRetryMs: 'It is sent again after',
};

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

/** Where a slider can stand: from at once to a day. */
export const clockSteps: readonly number[] = [
  ...[0, 50, 100, 250, 600],
  ...[1, 2, 3, 5, 10, 15, 30].map((count) => count * second),
  ...[1, 2, 5, 10, 15, 30].map((count) => count * minute),
  ...[1, 2, 6, 12, 24].map((count) => count * hour),
];

/** The step of a slider that is nearest to a clock's value, which can lie between two steps. */
export function stepFor(ms: number): number {
  let nearest = 0;
  clockSteps.forEach((step, place) => {
    if (Math.abs(step - ms) < Math.abs((clockSteps[nearest] ?? 0) - ms)) nearest = place;
  });
  return nearest;
}

/** No timer of the sandbox runs longer. */
const longestMs = 2 ** 31 - 1;

/** Pauses that begin with another one, and grow as they did before. */
export function scalePauses(pauses: readonly number[], first: number): readonly number[] {
  const before = pauses[0] ?? 0;
  return pauses.map((pause) =>
    before === 0 ? first : Math.min(longestMs, Math.round((pause * first) / before)),
  );
}

/** A duration as short as it can be said, e.g. `1 min 30 s`. */
export function formatDuration(ms: number): string {
  if (ms < second) return `${ms} ms`;
  const parts = [
    [Math.floor(ms / (24 * hour)), 'd'],
    [Math.floor(ms / hour) % 24, 'h'],
    [Math.floor(ms / minute) % 60, 'min'],
    [Math.round(ms / second) % 60, 's'],
  ] as const;
  return parts
    .filter(([count]) => count > 0)
    .slice(0, 2)
    .map(([count, unit]) => `${count} ${unit}`)
    .join(' ');
}
