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
