/** Untrusted data's fields; strings, null and the like have none. */
export const asRecord = Object as (value: unknown) => Record<string, unknown>;

/** The text of a field that the gateway sends as a string, or now and then as a number; empty text is none. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value ? value : undefined;
}

/** The fields of section 3 of docs/gateway-contract.md that are integers. */
const integers: readonly string[] = ['amount', 'refundable', 'status'];

/** Parts of names: a card's security code (cvv, cvc, cv2), a signature, a secureId, and a URL, which may hold a secureId. */
const secretName = /cv|sign|secure|url/i;

/**
 * The flat fields of untrusted data, those included that the gateway may add one day: values as text, or as
 * non-negative integers for the three that are. What does not fit is left out, and so is every field whose name says that it may be secret.
 */
export function readFields(data: unknown): Record<string, string | number> {
  const fields: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(asRecord(data))) {
    const text = textOf(value);
    if (!text || secretName.test(name)) continue;
    if (!integers.includes(name)) fields[name] = text;
    // `1500.00` is how a notification may write 1500.
    else if (/^\d{1,15}(\.0+)?$/.test(text)) fields[name] = Number(text);
  }
  return fields;
}
