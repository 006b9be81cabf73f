import type { FormWords } from './formWords';

/** What the iframe shows in place of a form when its secureId was used before. The sandbox says the same. */
export function createUsedPage(page: Document, words: FormWords): HTMLElement {
  const section = page.createElement('section');
  section.className = 'used';
  const title = page.createElement('h1');
  title.textContent = words.usedTitle;
  const message = page.createElement('p');
  message.textContent = words.usedMessage;
  section.append(title, message);
  return section;
}
