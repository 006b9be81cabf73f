import * as v from 'valibot';

// The types of section 3 of docs/gateway-contract.md. Each message goes on from the field's name.

/** S(n): at most n characters, not bytes. */
export const text = (longest: number) =>
  v.pipe(
    v.string('must be a string'),
    v.check((value) => Array.from(value).length <= longest, `must be at most ${longest} characters`),
  );

/** I: a non-negative integer. */
export const integer = v.pipe(
  v.number('must be an integer'),
  v.safeInteger('must be an integer'),
  v.minValue(0, 'must not be negative'),
);

/** The amount of a refund, which must not be 0. */
export const refundAmount = v.pipe(integer, v.minValue(1, 'must be at least 1'));

/** Base64 of a JSON object, e.g. a wallet's payment token; the object comes out. */
export const base64Json = v.pipe(
  v.string('must be a string'),
  v.check((value) => value.length % 4 === 0 && /^[A-Za-z0-9+/]+={0,2}$/.test(value), 'must be base64'),
  v.transform((value) => parseJson(Buffer.from(value, 'base64').toString('utf8'))),
  v.record(v.string(), v.unknown(), 'must be base64 of a JSON object'),
);

function parseJson(text: string): unknown {
  try {
    const value = JSON.parse(text) as unknown;
    return Array.isArray(value) ? undefined : value;
  } catch {
    return undefined;
  }
}

/** S(200) that holds an absolute http or https address. */
export const address = v.pipe(
  text(200),
  v.check((value) => /^https?:$/.test(protocolOf(value)), 'must be an http or https URL'),
);

function protocolOf(url: string): string {
  return URL.canParse(url) ? new URL(url).protocol : '';
}

export const currency = v.literal('CAD', 'must be CAD');

export const channel = v.picklist(['PF_CC', 'UPI_EX'], 'must be PF_CC or UPI_EX');
