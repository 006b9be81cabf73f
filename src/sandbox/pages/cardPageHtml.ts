import { html } from 'hono/html';
import type { Say } from '../browser/languages/dictionary';
import { sayIn } from '../browser/languages/say';
import { pageDataId, type PageData } from '../browser/pageData';
import { cardFieldsHtml, drawnCardHtml } from './cardFieldsHtml';
import { dataElement, htmlDocument } from './document';
import { testCardPickerHtml } from './picker/testCardPickerHtml';

export interface CardPage {
  data: PageData;
  /** In the shop's page, or a page of its own (the redirect integration). */
  integration: 'frame' | 'page';
  /** BCP 47; English if the page does not speak it. */
  language: string;
  /** It shows nothing at all. */
  isBlank?: boolean;
  /** What a page of its own says above the form; a session that can't be used has nothing to say. */
  summary?: { heading: string; detail: string };
}

const lock = html`<svg width="20" height="20" viewBox="0 0 20 20" fill="currentColor" aria-hidden="true">
  <path
    d="M10 1.5A4.5 4.5 0 0 0 5.5 6v2H5a2 2 0 0 0-2 2v6.5a2 2 0 0 0 2 2h10a2 2 0 0 0 2-2V10a2 2 0 0 0-2-2h-.5V6A4.5 4.5 0 0 0 10 1.5zM12.5 8h-5V6a2.5 2.5 0 0 1 5 0z"
  />
</svg>`;

const result = (say: Say) =>
  html`<section class="result" data-part="result" tabindex="-1" aria-labelledby="result-title" hidden>
    <div class="result-mark">
      <span class="spinner"></span>
      <svg
        width="30"
        height="30"
        viewBox="0 0 30 30"
        fill="none"
        stroke="currentColor"
        stroke-width="3.2"
        stroke-linecap="round"
        stroke-linejoin="round"
        aria-hidden="true"
      >
        <path class="mark-success" d="M6 16l6.5 6.5L25 9" />
        <path class="mark-failed" d="M8 8l14 14M22 8L8 22" />
        <path class="mark-unknown" d="M15 7v8.5l5.5 3.5" />
      </svg>
    </div>
    <h1 data-part="title" id="result-title"></h1>
    <p data-part="message"></p>
    <a class="back" data-part="back" href="/" hidden>${say('Return to the shop')}</a>
  </section>`;

function panel(data: PageData, say: Say, isBlank: boolean) {
  return html`<div class="panel" ${isBlank ? html`hidden` : ''}>
    <form data-part="form" novalidate ${data.finished ? html`hidden` : ''}>
      ${data.testCards && testCardPickerHtml(data.testCards, say)}${drawnCardHtml}${cardFieldsHtml(say)}
      <p class="error problem" data-part="problem" role="alert"></p>
      <button class="pay-button" data-part="button" type="submit">
        <span class="spinner"></span><span data-part="label">${data.action}</span>
      </button>
      <noscript
        ><p class="error problem">
          ${say('This page needs JavaScript to keep your card data safe.')}
        </p></noscript
      >
    </form>
    ${result(say)}
    <p class="visually-hidden" data-part="status" role="status"></p>
    <p class="notice">
      <span>${say('Sandbox: no real money.')}</span>
      <a href="/#cards" target="_blank" rel="noopener">${say('See the test cards')}</a>
    </p>
  </div>`;
}

/** The hosted card form, for the iframe and for the redirect integration. */
export function cardPageHtml({ data, integration, language, isBlank = false, summary }: CardPage) {
  const say = sayIn(language);
  const inner = html`${panel(data, say, isBlank)}${dataElement(pageDataId, data)}`;
  const page = html`<header class="masthead">
      <p>${lock} IOTPay <span>Sandbox</span></p>
    </header>
    <main class="sheet">
      ${
        summary &&
        html`<div class="summary">
          <p><strong>${summary.heading}</strong>${summary.detail}</p>
        </div>`
      }
      ${inner}
    </main>`;
  return htmlDocument({
    title: say(data.mode === 'Pay' ? 'Pay by card' : 'Save a card'),
    language,
    styles: '/cc/cardPage.css',
    script: '/cc/cardPage.js',
    root: integration === 'frame' ? { integration, scheme: 'light' } : { integration },
    body: integration === 'frame' ? html`<main>${inner}</main>` : page,
  });
}
