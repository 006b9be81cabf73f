import { locale } from './languages/say';

// With the short symbol, as the library's checkout and IOTPay's form write it.
const dollars = new Intl.NumberFormat(locale, {
  style: 'currency',
  currency: 'CAD',
  currencyDisplay: 'narrowSymbol',
});

/** Whole cents as the customer reads them: `1999` is `$19.99`, in French `19,99 $`. */
export const money = (cents: number): string => dollars.format(cents / 100);
