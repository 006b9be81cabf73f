import { find } from './element';

const readMs = 1500;
let emptying: number | undefined;

/** Says something to whoever listens to the page instead of seeing it. */
export function announce(text: string): void {
  const announcement = find('[data-part="announcement"]');
  clearTimeout(emptying);
  announcement.textContent = text;
  emptying = window.setTimeout(() => {
    announcement.textContent = '';
  }, readMs);
}
