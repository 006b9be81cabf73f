import * as v from 'valibot';

// The types of the gateway contract's section 3. Each message goes on from the field's name.

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
