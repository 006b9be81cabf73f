const locales: Readonly<Record<string, string>> = { en: 'en-CA', fr: 'fr-CA', zh: 'zh-CN' };

/** An instant as a date and a time of day, in the page's language. */
export const formatDateTime = (at: string | number, language: string): string =>
  new Date(at).toLocaleString(locales[language]);

/** An instant as a time of day, in the page's language. */
export const formatTimeOfDay = (at: string, language: string): string =>
  new Date(at).toLocaleTimeString(locales[language]);
