/** What the toolbar offers; `system` is the customer's own preference. */
export type Scheme = 'system' | 'light' | 'dark';

export function isDark(scheme: Scheme): boolean {
  return scheme === 'system' ? matchMedia('(prefers-color-scheme: dark)').matches : scheme === 'dark';
}

/** Puts the page, whose tokens are all `light-dark()`, into these colours. */
export function showScheme(scheme: Scheme): void {
  document.documentElement.style.colorScheme = scheme === 'system' ? 'light dark' : scheme;
}
