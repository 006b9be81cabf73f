import type { SignParams } from '../../server/signing/canonical';
import { UsageError } from '../command';
import { parseExactJson } from './exactJson';
import { type JsonField, readJsonFields } from './jsonFields';

/** The message to sign: its fields as the signature sees them, and as the text spells them. */
export interface JsonMessage {
  readonly fields: SignParams;
  readonly spelling: readonly JsonField[];
}

/**
 * Reads a message such as a notification (docs/gateway-contract.md, section 4), numbers exactly as they were written: a JSON object, or a
 * urlencoded body. Unlike a server, which must expect hostile messages, it takes a message of any size and depth.
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
  return readUrlencoded(text.trim());
}

/**
 * Reads a JSON object.
 *
 * @throws UsageError for anything else, and for a field that is given twice.
 */
export function readJsonMessage(text: string): JsonMessage {
  refuseEmpty(text);
  if (!text.trimStart().startsWith('{')) throw new UsageError('The message is not a JSON object.');
  const fields = readJson(text);
  const spelling = readJsonFields(text);
  refuseDoubled(spelling);
  return { fields, spelling };
}

function readJson(text: string): SignParams {
  try {
    return parseExactJson(text) as SignParams;
  } catch {
    throw new UsageError('The message begins like JSON and is none.');
  }
}

function readUrlencoded(text: string): SignParams {
  const pairs = [...new URLSearchParams(text)];
  refuseDoubled(pairs.map(([name]) => ({ name })));
  return Object.fromEntries(pairs);
}

function refuseEmpty(text: string): void {
  if (text.trim() === '') throw new UsageError('The message is empty.');
}

function refuseDoubled(fields: readonly Pick<JsonField, 'name'>[]): void {
  if (new Set(fields.map(({ name }) => name)).size === fields.length) return;
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
