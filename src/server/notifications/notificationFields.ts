import type { SignParams } from '../signing/canonical';
import { parseExactJson } from './exactJson';
import { isJsonObject } from '../jsonObject';

export type NotificationFields = { readonly fields: SignParams } | { readonly malformed: string };

/**
 * Reads a notification's fields (gateway contract, section 4). JSON begins with a brace, which urlencoded text never does: a
 * missing or wrong Content-Type, as older channels may send it, loses no payment.
 */
export function readNotificationFields(text: string): NotificationFields {
  if (text.trim() === '') {
    return {
      malformed: 'The body is empty. If something else has read it before, hand over what it parsed.',
    };
  }
  return text.trimStart().startsWith('{') ? readJson(text) : readUrlencoded(text);
}

function readJson(text: string): NotificationFields {
  try {
    const fields = parseExactJson(text);
    return isJsonObject(fields) ? { fields } : { malformed: 'The body is not a JSON object.' };
  } catch {
    return { malformed: 'The body begins like JSON and is none.' };
  }
}

function readUrlencoded(text: string): NotificationFields {
  // Without a prototype `__proto__` is a field like any other.
  const fields = Object.create(null) as Record<string, unknown>;
  for (const [name, value] of new URLSearchParams(text)) {
    if (name in fields)
      return { malformed: 'The body gives a field twice: nobody knows which one was signed.' };
    fields[name] = value;
  }
  return { fields };
}
