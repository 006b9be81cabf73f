/**
 * Moves the focus into an iframe, as a customer's tap or Tab key does. The iframe is then the page's active element,
 * and the page's window hears `blur`.
 */
export function touchFrame(frame: HTMLIFrameElement): void {
  const heard: Event[] = [];
  const listen = (event: Event) => void heard.push(event);
  window.addEventListener('blur', listen);
  frame.focus();
  frame.contentDocument?.querySelector('input')?.focus();
  window.removeEventListener('blur', listen);
  // jsdom fires no `blur`, and a browser fires none for a window in the background.
  if (heard.length === 0) window.dispatchEvent(new FocusEvent('blur'));
}
