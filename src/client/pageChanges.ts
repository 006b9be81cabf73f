import { pageRecord } from '../contract/page';

interface PageListeners {
  listeners: Set<() => void>;
}

/** Calls the listener after every change of a payment, a secureId or the script on this page. */
export function subscribeToPage(listener: () => void): () => void {
  const listeners = (pageRecord<PageListeners>().listeners ??= new Set());
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Tells every listener that something on this page has changed. */
export function pageChanged(): void {
  for (const listener of [...(pageRecord<PageListeners>().listeners ?? [])]) listener();
}
