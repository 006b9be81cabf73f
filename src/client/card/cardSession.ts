import { pageRecord } from '../../contract/page';
import type { IotPayMode } from '../../contract/sdk';
import { clientError, type IotPayClientError } from '../error';
import type { UseSecureIdResult } from '../secureId/useSecureId';
import type { UseIotPayCardOptions } from './cardProps';

/** The secureId, or the reason why there is none. Only a session of `useSecureId` can be refreshed. */
export type CardSession = Partial<UseSecureIdResult>;

const noForm: CardSession = { status: 'idle' };
const notYet: CardSession = {};

/** Reads the `secureId` prop. */
export function sessionOfProp(secureId: UseIotPayCardOptions['secureId']): CardSession {
  if (secureId === null) return noForm;
  return typeof secureId === 'string' ? { secureId } : (secureId ?? notYet);
}

interface PageModes {
  modes: Map<string, IotPayMode>;
}

/**
 * An error if cards of two modes show one session's secureId. The first card decides the mode. A developer sees this
 * mistake at the first try, so a production build does not look for it. A plain string is not checked, because the shop
 * may use it as it likes.
 */
export function findModeConflict(session: CardSession, mode: IotPayMode): IotPayClientError | undefined {
  const { secureId, refresh, mode: sessionMode = mode } = session;
  if (process.env.NODE_ENV === 'production' || !secureId || !refresh) return undefined;
  const modes = (pageRecord<PageModes>().modes ??= new Map());
  if (!modes.has(secureId)) modes.set(secureId, sessionMode);
  return modes.get(secureId) === mode ? undefined : clientError('mode_conflict');
}
