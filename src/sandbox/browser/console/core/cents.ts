/** Dollars as they are typed, in whole cents; undefined for a text that is no amount. */
export function centsOf(text: string): number | undefined {
  const [, dollars = '', cents = ''] = /^\s*(\d{1,7})(?:[.,](\d{1,2}))?\s*$/.exec(text) ?? [];
  return dollars === '' ? undefined : Number(dollars) * 100 + Number(cents.padEnd(2, '0'));
}
