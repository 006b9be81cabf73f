import { IotPayError } from '../../contract/error';

/** Why a command of the console was not carried out. */
export type RefusalCode = 'not_found' | 'conflict' | 'invalid_command';

/** A command that can't be carried out; the message says why, and what would help. */
export function refuse(code: RefusalCode, message: string): IotPayError<RefusalCode> {
  return new IotPayError(code, message);
}

/** The HTTP status of each. */
export const refusalStatus = { not_found: 404, conflict: 409, invalid_command: 400 } as const;
