import { pageRecord } from '../../contract/page';
import type { IotPayMode } from '../../contract/sdk';
import { clientError, type IotPayClientError } from '../error';
import type { UseSecureIdResult } from '../secureId/useSecureId';
import type { UseIotPayCardOptions } from './cardProps';

/** The secureId and what may keep it from coming. Only a session of `useSecureId` can be refreshed. */
export type CardSession = Partial<UseSecureIdResult>;

const noForm: CardSession = { status: 'idle' };
const notYet: CardSession = {};

/** Reads the `secureId` prop. */
export function readSession(secureId: UseIotPayCardOptions['secureId']): CardSession {
  if (secureId === null) return noForm;
  return typeof secureId === 'string' ? { secureId } : (secureId ?? notYet);
}

interface PageModes {
  modes: Map<string, IotPayMode>;
}

/**
 * Whether cards of two modes show one session's secureId; the first one has it. A developer sees this mistake at the first try, so a
 * production build does not look for it. A plain string is the shop's own to use.
 */
export function findModeConflict(session: CardSession, mode: IotPayMode): IotPayClientError | undefined {
  const { secureId, refresh, mode: sessionMode = mode } = session;
  if (process.env.NODE_ENV === 'production' || !secureId || !refresh) return undefined;
  const modes = (pageRecord<PageModes>().modes ??= new Map());
  if (!modes.has(secureId)) modes.set(secureId, sessionMode);
  return modes.get(secureId) === mode ? undefined : clientError('mode_conflict');
}
