import { pageRecord } from '../../contract/page';
import { createSecureIdSession, type SecureIdSession } from './secureIdSession';

interface PageSessions {
  secureIds: Map<string, SecureIdSession>;
}

/** The session of a key if this page knows it. Safe while rendering, because it changes nothing. */
export const knownSession = (key: string): SecureIdSession | undefined =>
  pageRecord<PageSessions>().secureIds?.get(key);

/** The session of a key on this page. */
export function sessionOf(key: string): SecureIdSession {
  const sessions = (pageRecord<PageSessions>().secureIds ??= new Map());
  const session = sessions.get(key) ?? createSecureIdSession();
  sessions.set(key, session);
  return session;
}

/**
 * Whether a secureId may still be opened, by the clock. One whose hour is over is asked for anew on the way. A secureId that the shop passed
 * as a string has an age that nobody here knows, so it may.
 */
export function isWithinItsHour(secureId: string | undefined): boolean {
  const sessions = [...(pageRecord<PageSessions>().secureIds?.values() ?? [])];
  const session = sessions.find((candidate) => candidate.get().secureId === secureId);
  session?.checkHour();
  return !session || (session.get().status === 'ready' && session.get().secureId === secureId);
}
