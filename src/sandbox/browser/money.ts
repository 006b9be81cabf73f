import { formatAmount as formatIn } from '../../contract/money';

/** The sandbox's languages as Canada writes them, and Chinese as China does. */
const locales: Readonly<Record<string, string>> = { fr: 'fr-CA', zh: 'zh-CN' };

/** Whole cents as a price in a language of the card page: `$24.34`, in French `24,34 $`. */
export const formatAmount = (cents: number, currency: string, language = 'en'): string =>
  formatIn(cents, currency, locales[language] ?? 'en-CA');
