import { witness } from './witness';

declare global {
  interface Window {
    /** Milliseconds from the page's own script to the provider's `mount()`. */
    formMs: Promise<number>;
  }
}

const arrived = performance.now();

/** Has to run before the checkout starts. */
export function watchForForm(): void {
  window.formMs = witness.nextMount().then((mounted) => mounted - arrived);
}
