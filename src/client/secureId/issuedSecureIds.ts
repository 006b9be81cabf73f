import { pageRecord } from '../../contract/page';

interface PageIssued {
  issued: Map<string, (mayRenew: boolean) => boolean>;
}

/** Notes a secureId that a session got, and the session's function that says whether it may still be opened. */
export function noteIssued(secureId: string, mayOpen: (mayRenew: boolean) => boolean): void {
  (pageRecord<PageIssued>().issued ??= new Map()).set(secureId, mayOpen);
}

/**
 * Whether a secureId may still be opened, by the clock. If no session on this page got it, its age is unknown and it
 * may.
 *
 * @param mayRenew whether its session may ask for another one at once, because the card shows that session
 */
export const isWithinItsHour = (secureId: string, mayRenew: boolean): boolean =>
  pageRecord<PageIssued>().issued?.get(secureId)?.(mayRenew) ?? true;
