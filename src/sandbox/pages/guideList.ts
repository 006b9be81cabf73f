import { html } from 'hono/html';

/** A call, an example of its body, and what it does. */
export type GuideEntry = readonly [call: string, body: string, what: string];

export const guideList = (entries: readonly GuideEntry[]) =>
  html`<ul class="plain">
    ${entries.map(
      ([call, body, what]) =>
        html`<li class="control-call">
          <code>${call}</code>
          <p>${what}</p>
          ${body && html`<pre tabindex="0">${body}</pre>`}
        </li>`,
    )}
  </ul>`;
