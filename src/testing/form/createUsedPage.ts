import type { FormWords } from './formWords';

/** The page in place of a form whose secureId was used before. The sandbox shows the same texts. */
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
