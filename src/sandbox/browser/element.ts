/** An element that the page's own markup holds for sure. */
export function find(selector: string): HTMLElement {
  const element = document.querySelector<HTMLElement>(selector);
  if (!element) throw new Error(`The sandbox's page has no ${selector}`);
  return element;
}
