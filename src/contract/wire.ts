/** Untrusted data's fields; strings, null and the like have none. */
export const asRecord = Object as (value: unknown) => Record<string, unknown>;

/** The text of a field that the gateway sends as a string, or now and then as a number; empty text is none. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value ? value : undefined;
}

/**
 * The flat fields of untrusted data, those included that the gateway may add one day: values as text, or as
 * non-negative integers for the three that are. What does not fit is left out, and so is whatever by its name could
 * be a card's security code, a signature, a secureId or a URL that holds one.
 */
export function readFields(data: unknown): Record<string, string | number> {
  const fields: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(asRecord(data))) {
    const text = textOf(value);
    if (!text) continue;
    const special = /^(amount|refundable|status)$|cv|sign|secure|url/i.exec(name);
    if (!special) fields[name] = text;
    else if (special[1] && /^\d{1,15}$/.test(text)) fields[name] = Number(text);
  }
  return fields;
}
