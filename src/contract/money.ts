/** The largest amount that the gateway takes, in cents: 2^31 - 1. */
export const maxCents = 2_147_483_647;

/**
 * Whole cents as a price: `$24.34`, in French `24,34 $`. It has the short symbol in every language, so that an amount looks the same in the
 * shop, in the checkout and on the form. Cards are paid in Canadian dollars alone.
 *
 * @param locale BCP 47, e.g. `fr-CA`
 * @throws RangeError for a locale that is no language tag
 */
export function formatAmount(cents: number, currency: string, locale: string): string {
  const style = { style: 'currency', currency, currencyDisplay: 'narrowSymbol' } as const;
  return new Intl.NumberFormat(locale, style).format(cents / 100);
}
