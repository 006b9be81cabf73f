import { type Finding, failed, passed, unknown } from '../finding';

/** More than networks and the header's whole seconds explain. */
const mostSeconds = 120;

/** Compares this machine's clock with the time in the gateway's answer. */
export function checkClock(date: string | undefined, sentAt: number, answeredAt: number): Finding {
  const theirs = Date.parse(date ?? '');
  if (Number.isNaN(theirs)) return unknown('clock', "The gateway's answer has no Date header.");
  const seconds = Math.round(((sentAt + answeredAt) / 2 - theirs) / 1000);
  const off = `${Math.abs(seconds)} seconds ${seconds < 0 ? 'behind' : 'ahead of'} the gateway's.`;
  if (Math.abs(seconds) <= mostSeconds) return passed('clock', `It is ${off}`);
  return failed(
    'clock',
    'clock_off',
    `This machine's clock is ${off}`,
    'Switch its time synchronisation on: the hour of a secureId and the validity of certificates go by the clock.',
  );
}
