import { html } from 'hono/html';
import type { Say } from '../../browser/languages/dictionary';
import type { PickableCard } from '../../browser/pageData';

/** The picker above the form. Its cards have English names in every language. */
export const testCardPickerHtml = (cards: readonly PickableCard[], say: Say) =>
  html`<div class="test-card-picker">
    <label for="test-card">${say('Test card')}</label>
    <select id="test-card" autocomplete="off">
      <option value="">${say('Choose one to fill it in')}</option>
      ${cards.map(
        ({ number, title }) =>
          html`<option value="${number}" lang="en">${title} (${number.slice(-4)})</option>`,
      )}
    </select>
  </div>`;
