/**
 * Stops every navigation to addresses that begin with `url`, if the browser has the Navigation API. jsdom never
 * navigates, and only writes a line to the console.
 *
 * @returns allows navigations again
 */
export function keepOnPage(url: string): () => void {
  const { navigation } = window as { navigation?: EventTarget };
  const stop = (event: Event) => {
    const { destination } = event as Event & { destination: { url: string } };
    if (destination.url.startsWith(url)) event.preventDefault();
  };
  navigation?.addEventListener('navigate', stop);
  return () => navigation?.removeEventListener('navigate', stop);
}
