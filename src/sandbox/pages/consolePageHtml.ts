import { html } from 'hono/html';
import { htmlDocument } from './document';

/** The console's page is made by its script; without one, it says what it needs. */
export const consolePageHtml = () =>
  htmlDocument({
    title: 'IOTPay sandbox',
    styles: '/console.css',
    script: '/console.js',
    body: html`<div id="console">
      <noscript>The sandbox’s console needs JavaScript. Its calls are under /_sandbox/.</noscript>
    </div>`,
  });
