/** The fields of untrusted data. A string, null and the like have none. */
export const asRecord = Object as (value: unknown) => Record<string, unknown>;

/**
 * The text of a field. The gateway usually sends a string, and now and then a number. An empty text counts as missing.
 */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value ? value : undefined;
}

/** The fields of section 3 of docs/gateway-contract.md that are integers. */
const integers: readonly string[] = ['amount', 'refundable', 'status'];

/**
 * Parts of a name that may hold a secret: a card's security code (cvv, cvc, cv2), a signature, a secureId, or a URL
 * with a secureId in it.
 */
const secretName = /cv|sign|secure|url/i;

/**
 * The flat fields of untrusted data, also fields that the gateway may add one day. Values are texts, but the three in
 * `integers` are non-negative integers. A field that does not fit is left out, and so is every field whose name
 * suggests a secret.
 */
export function readFields(data: unknown): Record<string, string | number> {
  const fields: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(asRecord(data))) {
    const text = textOf(value);
    if (!text || secretName.test(name)) continue;
    if (!integers.includes(name)) fields[name] = text;
    // A notification may write 1500 as `1500.00`.
    else if (/^\d{1,15}(\.0+)?$/.test(text)) fields[name] = Number(text);
  }
  return fields;
}

/** Whether a value is what JSON calls an object: no list, no text, not null. */
export function isJsonObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
