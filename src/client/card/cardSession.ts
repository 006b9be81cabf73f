import type { IotPayMode } from '../../contract/sdk';
import { clientError, type IotPayClientError } from '../error';
import { knownPayment } from '../payment/payments';
import type { UseSecureIdResult } from '../secureId/useSecureId';
import type { UseIotPayCardOptions } from './cardProps';

/** The secureId and what may keep it from coming. Only a session of `useSecureId` can be refreshed. */
export type CardSession = Partial<UseSecureIdResult>;

const noForm: CardSession = { status: 'idle' };
const notYet: CardSession = {};

/** Reads the `secureId` prop. */
export function readSession(secureId: UseIotPayCardOptions['secureId'], mode: IotPayMode): CardSession {
  if (secureId === null) return noForm;
  if (typeof secureId === 'string') return { secureId };
  return secureId ? refuseMisuse(secureId, mode) : notYet;
}

let modeConflict: IotPayClientError | undefined;

/**
 * A session that a card of the other mode has is a mistake that a developer sees at the first try, so a production build does not look
 * for it. A plain string is the shop's own to use.
 */
function refuseMisuse(session: UseSecureIdResult, mode: IotPayMode): CardSession {
  if (process.env.NODE_ENV === 'production' || session.status !== 'ready') return session;
  const isOther = session.mode
    ? session.mode !== mode
    : knownPayment(session.secureId, mode === 'Pay' ? 'Add' : 'Pay')?.isOpen();
  return isOther ? { status: 'failed', error: (modeConflict ??= clientError('mode_conflict')) } : session;
}
