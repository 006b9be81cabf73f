/** What happens to the page as a whole and concerns the form on it. */
export interface PageEvents {
  /** The customer is online again. */
  onOnline: () => void;
  /** The customer came back to the page by the back button, and finds it as they left it. */
  onRestored: () => void;
  /** The focus has left the page, for an iframe or another window. */
  onFocusLeft: () => void;
  /** The customer prefers dark colours, or does no longer; called at once, too. */
  onDark: (isDark: boolean) => void;
}

/** @returns stops listening */
export function listenToPage({ onOnline, onRestored, onFocusLeft, onDark }: PageEvents): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  // Not in every place where tests run.
  const scheme = (window as Partial<Window>).matchMedia?.('(prefers-color-scheme: dark)');
  const tell = () => onDark(!!scheme?.matches);
  tell();
  scheme?.addEventListener('change', tell, { signal });
  addEventListener('online', onOnline, { signal });
  addEventListener('blur', onFocusLeft, { signal });
  addEventListener('pageshow', (event) => event.persisted && onRestored(), { signal });
  return () => stop.abort();
}
