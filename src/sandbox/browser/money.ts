/** How Canadian dollars are written beside other currencies, or at home. */
const locales: Readonly<Record<string, string>> = { fr: 'fr-CA', zh: 'zh-CN' };

/** Whole cents as a price: `CA$24.34`, in French `24,34 $`. */
export function formatAmount(cents: number, currency: string, language = 'en'): string {
  return new Intl.NumberFormat(locales[language] ?? 'en-US', { style: 'currency', currency }).format(
    cents / 100,
  );
}
