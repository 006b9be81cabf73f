import { html } from 'hono/html';
import type { SandboxCredentials } from '../credentials';
import { testCards } from '../cards/testCards';
import type { SandboxTestCard } from '../cards/cardScenario';
import { callGuide } from './callGuide';
import { controlGuide } from './controlGuide';
import { htmlDocument } from './document';

const mark = html`<svg width="28" height="28" viewBox="0 0 32 32" aria-hidden="true">
  <rect width="32" height="32" rx="8" fill="#1d4ed8" />
  <path d="M7 14h18v7a2 2 0 0 1-2 2H9a2 2 0 0 1-2-2zm0-3a2 2 0 0 1 2-2h14a2 2 0 0 1 2 2z" fill="#fff" />
</svg>`;

const copyButton = (value: string, what: string) =>
  html`<button class="copy" type="button" data-copy="${value}" aria-label="Copy ${what}">
    <svg width="16" height="16" viewBox="0 0 16 16" fill="none" stroke="currentColor" aria-hidden="true">
      <rect x="5.5" y="5.5" width="8" height="8" rx="1.5" />
      <path d="M10.5 3.5v-.5a1.5 1.5 0 0 0-1.5-1.5H3A1.5 1.5 0 0 0 1.5 3v6A1.5 1.5 0 0 0 3 10.5h.5" />
    </svg>
    <span>Copy</span>
  </button>`;

function settings(url: string, credentials: SandboxCredentials) {
  const lines: [name: string, value: string][] = [
    ['baseUrl', url],
    ['mchId', credentials.mchId],
    ['loginName', credentials.loginName],
    ['merchantKey', credentials.merchantKey],
    ['hosted script', `${url}/cc/iotpaycc.js`],
  ];
  return lines.map(
    ([name, value]) =>
      html`<div class="setting">
        <dt>${name}</dt>
        <dd><code>${value}</code>${copyButton(value, name)}</dd>
      </div>`,
  );
}

const cardItem = (card: SandboxTestCard) =>
  html`<li class="test-card">
    <div>
      <p class="test-card-title">
        <strong>${card.title}</strong>
        ${card.channel === 'PF_CC' && html`<span class="tag">${card.brand}</span>`}
      </p>
      <code>${card.number}</code>
      <p>${card.behaviour}</p>
    </div>
    ${copyButton(card.number, card.number)}
  </li>`;

const cardsOf = (channel: SandboxTestCard['channel']) =>
  testCards.filter((card) => card.channel === channel).map(cardItem);

const settleAll = html`<button class="small-button settle-all" type="button" data-settle hidden>
  Settle all
</button>`;

const liveList = (name: 'orders' | 'notifications', title: string, empty: string) =>
  html`<section aria-labelledby="${name}-title">
    <div class="live-head">
      <h2 id="${name}-title">${title} <span class="count" data-count="${name}"></span></h2>
      ${name === 'orders' && settleAll}
    </div>
    <div class="box">
      <p class="empty" data-empty="${name}">${empty}</p>
      <ul class="rows" data-rows="${name}" tabindex="0" aria-labelledby="${name}-title" hidden></ul>
    </div>
  </section>`;

/** The sandbox's own page: what it is, what to type, and what happened so far. */
export function homePageHtml(url: string, credentials: SandboxCredentials) {
  return htmlDocument({
    title: 'IOTPay sandbox',
    styles: '/homePage.css',
    script: '/homePage.js',
    body: html`<header class="top">
        <div class="wide">
          <h1>${mark} IOTPay sandbox</h1>
          <p class="running"><span class="dot"></span>running on this computer only</p>
        </div>
      </header>
      <main class="wide">
        <p class="lead">
          A stand-in for the IOTPay card gateway: the hosted script, the card form, the signed API and its
          notifications. It needs no account and no network, takes only the test cards below and never moves
          money. It forgets everything when it stops.
        </p>
        <section aria-labelledby="settings-title">
          <h2 id="settings-title">Settings for your shop</h2>
          <dl class="box settings">${settings(url, credentials)}</dl>
        </section>
        <div class="columns">
          <section aria-labelledby="cards">
            <h2 id="cards">Test cards</h2>
            <p class="hint">
              Any expiry date to come, any name, any security code. Other numbers are refused and kept
              nowhere. Where a card is saved, not charged, “Declined”, “Insufficient funds” and “Gateway
              error” fail, all others are saved, and do the same again when the saved card is charged.
            </p>
            <h3>Card <span class="tag">PF_CC</span></h3>
            <ul class="box">
              ${cardsOf('PF_CC')}
            </ul>
            <h3>UnionPay <span class="tag">UPI_EX</span></h3>
            <ul class="box">
              ${cardsOf('UPI_EX')}
            </ul>
          </section>
          <div class="live">
            ${liveList('orders', 'Orders', 'No order yet. Your server makes one with cc_purchase.')}
            ${liveList('notifications', 'Notifications', 'None yet. A paid order sends one to its notifyUrl.')}
          </div>
        </div>
        ${callGuide}${controlGuide}
        <p class="visually-hidden" role="status" data-part="announcement"></p>
      </main>`,
  });
}
