import type { IotPayMode } from '../../../contract/sdk';
import type { Say } from '../languages/dictionary';
import type { CardPageResult } from '../pageData';

export interface PageView {
  setAction(label: string): void;
  onSubmit(listener: () => void): void;
  showForm(problem?: string): void;
  showBusy(mode: IotPayMode): void;
  showWaiting(): void;
  showResult(result: CardPageResult): void;
}

function part(name: string): HTMLElement {
  const element = document.querySelector<HTMLElement>(`[data-part="${name}"]`);
  if (!element) throw new Error(`The card page has no part "${name}"`);
  return element;
}

/** The page's states: the form, the form at work, the wait for an app, and the result. */
export function createPageView(say: Say): PageView {
  const form = part('form');
  const button = part('button');
  const label = part('label');
  const problem = part('problem');
  const result = part('result');
  const status = part('status');
  const back = part('back') as HTMLAnchorElement;
  let action = '';

  const setBusy = (busyLabel?: string) => {
    // Not `disabled`: the button would lose the focus, and a screen reader its place.
    button.setAttribute('aria-disabled', String(busyLabel !== undefined));
    form.setAttribute('aria-busy', String(busyLabel !== undefined));
    label.textContent = busyLabel ?? action;
  };
  const showPanel = (tone: string, title: string, message: string) => {
    result.dataset.tone = tone;
    part('title').textContent = say(title);
    part('message').textContent = say(message);
    form.hidden = true;
    result.hidden = false;
    result.focus();
  };

  return {
    setAction(text) {
      action = text;
      setBusy();
    },
    onSubmit(listener) {
      form.addEventListener('submit', (event) => {
        event.preventDefault();
        listener();
      });
    },
    showForm(text = '') {
      setBusy();
      problem.textContent = say(text);
      status.textContent = '';
    },
    showBusy(mode) {
      problem.textContent = '';
      const text = say(mode === 'Pay' ? 'Processing payment…' : 'Saving card…');
      setBusy(text);
      status.textContent = text;
    },
    showWaiting() {
      const title = 'Waiting for your UnionPay app';
      showPanel('waiting', title, 'Open the app on your phone and confirm the payment. Keep this page open.');
      status.textContent = say(title);
    },
    showResult({ tone, title, message, redirectUrl }) {
      showPanel(tone, title, message);
      status.textContent = `${say(title)}. ${say(message)}`;
      const leaves = document.documentElement.dataset.integration === 'page' && redirectUrl !== undefined;
      back.hidden = !leaves;
      if (leaves) back.href = redirectUrl;
    },
  };
}
