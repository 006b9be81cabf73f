import { useEffect, type RefObject } from 'react';

/** Whether a key belongs to where it was typed. */
const isTyping = (target: EventTarget | null) =>
  target instanceof Element && target.closest('input, textarea, select, dialog') !== null;

/** `/` goes to the search, `j` and `k` to the next and the one before; Escape leaves the search. */
export function useListKeys(
  searchField: RefObject<HTMLInputElement | null>,
  move: (by: 1 | -1) => void,
): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.metaKey || event.ctrlKey || event.altKey) return;
      if (event.key === 'Escape' && event.target === searchField.current) searchField.current?.blur();
      if (isTyping(event.target)) return;
      if (event.key === '/') {
        event.preventDefault();
        searchField.current?.focus();
      }
      if (event.key === 'j') move(1);
      if (event.key === 'k') move(-1);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  });
}
