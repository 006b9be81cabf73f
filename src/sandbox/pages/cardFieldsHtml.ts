import { html } from 'hono/html';
import type { CardField } from '../cardRules/cardEntry';
import type { Say } from '../browser/languages/dictionary';
import { brandMarks } from './brandMarks';

interface FieldMarkup {
  id: CardField;
  label: string;
  /** The kind of card data, for the browser to fill in. */
  autocomplete: string;
  /** Names that browsers of before `autocomplete` look for. */
  name: string;
  inputmode: 'numeric' | 'text';
  placeholder?: string;
  half?: boolean;
}

const field = ({ id, label, autocomplete, name, inputmode, placeholder = '', half = false }: FieldMarkup) =>
  html`<div class="field ${half ? 'field-half' : ''}">
    <label for="${id}">${label}</label>
    <div class="control">
      <input
        id="${id}"
        name="${name}"
        inputmode="${inputmode}"
        autocomplete="${autocomplete}"
        placeholder="${placeholder}"
        maxlength="60"
        spellcheck="false"
        aria-describedby="${id}-error"
        aria-required="true"
      />
      ${id === 'number' && brandMarks}
    </div>
    <p class="error" id="${id}-error"></p>
  </div>`;

/** The four fields of a card. */
export const cardFieldsHtml = (say: Say) =>
  html`<div class="fields">
    ${field({
      id: 'number',
      label: say('Card number'),
      autocomplete: 'cc-number',
      name: 'cardnumber',
      inputmode: 'numeric',
      placeholder: '1234 1234 1234 1234',
    })}
    ${field({
      id: 'holder',
      label: say('Name on card'),
      autocomplete: 'cc-name',
      name: 'ccname',
      inputmode: 'text',
    })}
    ${field({
      id: 'expiry',
      label: say('Expiry date'),
      autocomplete: 'cc-exp',
      name: 'cc-exp',
      inputmode: 'numeric',
      placeholder: say('MM/YY'),
      half: true,
    })}
    ${field({
      id: 'code',
      label: say('Security code'),
      autocomplete: 'cc-csc',
      name: 'cvc',
      inputmode: 'numeric',
      placeholder: 'CVC',
      half: true,
    })}
  </div>`;

/** The card that the `card` theme draws; its script fills in the face. */
export const drawnCardHtml = html`<div class="drawn-card" aria-hidden="true">
  <div class="drawn-card-top">
    <span class="drawn-card-chip"></span><span class="drawn-card-brand" data-face="brand"></span>
  </div>
  <div class="drawn-card-number" data-face="number"></div>
  <div class="drawn-card-bottom">
    <span class="drawn-card-holder" data-face="holder"></span>
    <span class="drawn-card-expiry" data-face="expiry"></span>
  </div>
</div>`;
