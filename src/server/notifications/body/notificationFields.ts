import type { SignParams } from '../../signing/canonical';
import { collectFields, type ReadFields } from './fieldLimits';
import { readFlatJson } from './flatJson';
import { readUrlencoded } from './urlencoded';

/**
 * Reads a notification's fields (docs/gateway-contract.md, section 4). JSON begins with a brace, and urlencoded text never
 * does. Therefore a missing or wrong Content-Type, as older channels may send it, loses no payment.
 */
export function readNotificationFields(text: string): ReadFields {
  const trimmed = text.trim();
  if (trimmed === '') {
    return {
      malformed: 'The body is empty. If something else has read it before, hand over what it parsed.',
    };
  }
  return trimmed.startsWith('{') ? readFlatJson(trimmed) : readUrlencoded(text);
}

/** The fields of a parsed body, if a notification can have them. */
export function checkParsedFields(parsed: SignParams): ReadFields {
  const { add, done } = collectFields();
  for (const [name, value] of Object.entries(parsed)) {
    const fault = add(name, value);
    if (fault) return { malformed: fault };
  }
  return done();
}
