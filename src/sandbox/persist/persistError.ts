import { IotPayError } from '../../contract/error';

/** @param what e.g. `be read` */
export function persistError(file: string, what: string, cause?: unknown): IotPayError<'persist_failed'> {
  const reason = cause instanceof Error ? ` (${cause.message})` : '';
  return new IotPayError('persist_failed', `The sandbox's file ${file} can't ${what}${reason}.`, cause);
}
