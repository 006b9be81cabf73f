import { locale } from './languages/say';

const dollars = new Intl.NumberFormat(locale, { style: 'currency', currency: 'CAD' });

/** Whole cents as the customer reads them: `1999` is `$19.99`, in French `19,99 $`. */
export const money = (cents: number): string => dollars.format(cents / 100);
