import { meanings } from './reasons';
import { say } from './say';

/**
 * Says a reason in words for people. The gateway's own words are for programmers, and it may have new ones any day: of those that the shop
 * doesn't know, nothing is shown.
 */
export function sayReason(reason: string): string {
  const meaning = meanings[reason.replace(/^The gateway says: /, '')];
  return say(meaning ?? 'IOTPay refused it.');
}
