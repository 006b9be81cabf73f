import type { IotPayMode, IotPaySdkOptions } from '../contract/sdk';
import { formStyles } from './fakeFormStyles';
import { formWords, type FakeFormWords } from './fakeFormWords';

/** What a fake form is told when it is put on the page. */
export interface FakeFormSetup {
  mode: IotPayMode;
  options: IotPaySdkOptions | undefined;
  locale: string;
  /** The customer pressed the form's button. Without it, the button does nothing. */
  onSubmit: (() => void) | undefined;
}

export interface FakeForm {
  element: HTMLFormElement;
  /** There is an outcome: the button is no longer busy. */
  settle(): void;
}

const fieldNames = ['number', 'holder', 'expiry', 'code'] as const;

type FieldName = (typeof fieldNames)[number];

function createInput(page: Document, name: FieldName, words: FakeFormWords): HTMLInputElement {
  const examples = {
    number: '1234 1234 1234 1234',
    holder: '',
    expiry: words.expiryExample,
    code: '123',
  };
  const input = page.createElement('input');
  input.placeholder = examples[name];
  input.inputMode = name === 'holder' ? 'text' : 'numeric';
  // A form to look at is no place for the browser to offer the developer's own cards.
  input.autocomplete = 'off';
  return input;
}

/** The card that `theme: 'card'` draws: it shows what is typed. */
function drawCard(
  page: Document,
  inputs: Record<FieldName, HTMLInputElement>,
  words: FakeFormWords,
): HTMLElement {
  const card = page.createElement('div');
  card.className = 'card wide';
  card.setAttribute('aria-hidden', 'true');
  for (const name of ['number', 'holder', 'expiry'] as const) {
    const input = inputs[name];
    const face = page.createElement('p');
    face.className = `face-${name}`;
    const show = () => {
      face.textContent = input.value || input.placeholder || words[name];
    };
    input.addEventListener('input', show);
    show();
    card.append(face);
  }
  return card;
}

/** Draws a card form into an empty page. It checks nothing, and sends nothing anywhere. */
export function drawFakeForm(page: Document, setup: FakeFormSetup): FakeForm {
  const { mode, options = {}, onSubmit } = setup;
  const { lang, words } = formWords(setup.locale);
  page.title = words[mode];
  page.documentElement.lang = lang;
  page.documentElement.dataset.scheme = options.darkMode ? 'dark' : 'light';
  const style = page.createElement('style');
  style.textContent = formStyles;
  page.head.append(style);

  const form = page.createElement('form');
  const inputs = {} as Record<FieldName, HTMLInputElement>;
  for (const name of fieldNames) {
    const label = page.createElement('label');
    if (name === 'number' || name === 'holder') label.className = 'wide';
    label.append(words[name], (inputs[name] = createInput(page, name, words)));
    form.append(label);
  }
  if (options.theme === 'card') form.prepend(drawCard(page, inputs, words));

  const { text = words[mode], ...looks } = options.button ?? {};
  const button = page.createElement('button');
  button.className = 'wide';
  button.textContent = text;
  Object.assign(button.style, looks);
  form.append(button);
  page.body.replaceChildren(form);

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (!onSubmit || button.hasAttribute('aria-disabled')) return;
    // Not `disabled`: the button would lose the focus.
    button.setAttribute('aria-disabled', 'true');
    button.textContent = words.busy;
    onSubmit();
  });
  return {
    element: form,
    settle() {
      button.removeAttribute('aria-disabled');
      button.textContent = text;
    },
  };
}
