import { announce } from '../announce';

const shownMs = 1500;

/** Copies what a button holds, and says so on it. */
export async function copy(button: HTMLElement): Promise<void> {
  const label = button.querySelector('span');
  let shown = 'Copied';
  try {
    await navigator.clipboard.writeText(button.dataset.copy ?? '');
    announce(shown);
  } catch {
    shown = 'Blocked';
    announce('Copying is not allowed here');
  }
  if (!label) return;
  label.textContent = shown;
  setTimeout(() => {
    label.textContent = 'Copy';
  }, shownMs);
}
