import { language, locale } from './languages/say';

const plain = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, useGrouping: false });

/** Whole cents as the customer would type them: `1999` is `19.99`, in French `19,99`. */
export const amountToType = (cents: number): string => plain.format(cents / 100);

/** The typed amount with a decimal point, as the server reads it. French has a comma there, and the dollar sign at the end. */
export const typedAmount = (typed: string): string =>
  language === 'fr' ? typed.replace(/[\s$]/g, '').replace(',', '.') : typed;
