import type { IotPayMode, IotPaySdkOptions } from '../../contract/sdk';
import type { FormWords } from './formWords';

/** The settings of a form. */
export interface FakeFormSetup {
  mode: IotPayMode;
  options: IotPaySdkOptions;
  /** The customer pressed the form's button. Without it, the button does nothing. */
  onSubmit: (() => void) | undefined;
}

const fieldNames = ['number', 'holder', 'expiry', 'code'] as const;

type FieldName = (typeof fieldNames)[number];

function createInput(page: Document, name: FieldName, words: FormWords): HTMLInputElement {
  const examples = {
    number: '1234 1234 1234 1234',
    holder: '',
    expiry: words.expiryExample,
    code: '123',
  };
  const input = page.createElement('input');
  input.placeholder = examples[name];
  input.inputMode = name === 'holder' ? 'text' : 'numeric';
  // A browser must not offer the developer's own cards in a fake form.
  input.autocomplete = 'off';
  return input;
}

/** The card that `theme: 'card'` draws. It shows the typed values. */
function createDrawnCard(
  page: Document,
  inputs: Record<FieldName, HTMLInputElement>,
  words: FormWords,
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

/** A card form for the iframe's page. It checks nothing, and sends nothing anywhere. */
export function createForm(page: Document, setup: FakeFormSetup, words: FormWords): HTMLFormElement {
  const { mode, options, onSubmit } = setup;
  const form = page.createElement('form');
  const inputs = {} as Record<FieldName, HTMLInputElement>;
  for (const name of fieldNames) {
    const label = page.createElement('label');
    if (name === 'number' || name === 'holder') label.className = 'wide';
    label.append(words[name], (inputs[name] = createInput(page, name, words)));
    form.append(label);
  }
  if (options.theme === 'card') form.prepend(createDrawnCard(page, inputs, words));

  const { text = words[mode], ...looks } = options.button ?? {};
  const button = page.createElement('button');
  button.className = 'wide';
  button.textContent = text;
  Object.assign(button.style, looks);
  form.append(button);

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (!onSubmit || button.hasAttribute('aria-disabled')) return;
    // Not `disabled`, because the button would lose the focus.
    button.setAttribute('aria-disabled', 'true');
    button.textContent = words.busy;
    onSubmit();
  });
  return form;
}
