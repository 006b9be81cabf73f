import type { SignParams } from '../server/signing/canonical';
import { readNotificationFields } from '../server/notifications/notificationFields';
import { UsageError } from './command';
import { type JsonField, readJsonFields } from './jsonFields';

/** What is to be signed: the fields as the signature sees them, and as the text spells them. */
export interface JsonMessage {
  readonly fields: SignParams;
  readonly spelling: readonly JsonField[];
}

/**
 * Reads a message as a notification is read (gateway contract, section 4), numbers exactly as they were written: a JSON
 * object, or a urlencoded body.
 *
 * @throws UsageError for anything else, and for a field that is given twice.
 */
export function readSignedMessage(text: string): SignParams {
  if (text.trimStart().startsWith('{')) return readJsonMessage(text).fields;
  refuseEmpty(text);
  if (isJson(text) || !text.includes('=')) {
    throw new UsageError('The message is neither a JSON object nor a urlencoded body.');
  }
  // A line break is never part of a urlencoded body; editors and `echo` put one behind it.
  return fieldsOf(text.trim());
}

/**
 * Reads a JSON object.
 *
 * @throws UsageError for anything else, and for a field that is given twice.
 */
export function readJsonMessage(text: string): JsonMessage {
  refuseEmpty(text);
  if (!text.trimStart().startsWith('{')) throw new UsageError('The message is not a JSON object.');
  const fields = fieldsOf(text);
  const spelling = readJsonFields(text);
  refuseDoubled(spelling);
  return { fields, spelling };
}

function fieldsOf(text: string): SignParams {
  const read = readNotificationFields(text);
  if ('fields' in read) return read.fields;
  throw new UsageError(read.malformed);
}

function refuseEmpty(text: string): void {
  if (text.trim() === '') throw new UsageError('The message is empty.');
}

function refuseDoubled(spelling: readonly JsonField[]): void {
  if (new Set(spelling.map(({ name }) => name)).size === spelling.length) return;
  throw new UsageError('The message gives a field twice: nobody knows which one counts.');
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
