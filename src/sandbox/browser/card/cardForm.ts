import type { IotPayChannel } from '../../../contract/order';
import {
  cardFields,
  checkCardEntry,
  type CardEntry,
  type CardErrors,
  type CardField,
} from '../../cardRules/cardEntry';
import { brandOf, digitsOf, groupCardNumber } from '../../cardRules/cardNumber';
import { formatExpiry } from '../../cardRules/expiry';
import { formatWhileTyping } from './formattedInput';
import type { Say } from '../languages/dictionary';

export interface CardForm {
  read(): CardEntry;
  /** Shows each field's error beside it and focuses the first such field. Returns whether there was no error. */
  check(): boolean;
  show(errors: CardErrors): void;
  /** Fills in a whole card, as if it had been typed. */
  fill(card: CardEntry): void;
  clear(): void;
}

function byId(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (!element) throw new Error(`The card page has no #${id}`);
  return element;
}

/** The four fields of the page: formatting, checks and the messages beside them. */
export function createCardForm(
  channel: IotPayChannel,
  say: Say,
  onInput: (card: CardEntry) => void,
): CardForm {
  const inputs = Object.fromEntries(
    cardFields.map((field) => [field, byId(field) as HTMLInputElement]),
  ) as Record<CardField, HTMLInputElement>;

  const read = (): CardEntry => ({
    number: inputs.number.value,
    holder: inputs.holder.value,
    expiry: inputs.expiry.value,
    code: inputs.code.value,
  });
  const errorsNow = () => checkCardEntry(read(), channel, new Date());

  const showOne = (field: CardField, error: string | undefined) => {
    byId(`${field}-error`).textContent = say(error ?? '');
    inputs[field].setAttribute('aria-invalid', String(error !== undefined));
  };
  const show = (errors: CardErrors) => {
    for (const field of cardFields) showOne(field, errors[field]);
    const first = cardFields.find((field) => errors[field]);
    if (first) inputs[first].focus();
  };

  formatWhileTyping(inputs.number, groupCardNumber);
  formatWhileTyping(inputs.expiry, formatExpiry);
  formatWhileTyping(inputs.code, (text) =>
    digitsOf(text).slice(0, brandOf(inputs.number.value)?.codeLength ?? 4),
  );

  for (const field of cardFields) {
    const input = inputs[field];
    // The label of the Enter key on a phone's keyboard.
    input.setAttribute('enterkeyhint', field === 'code' ? 'go' : 'next');
    input.addEventListener('input', () => {
      onInput(read());
      // A complaint goes away as soon as it is answered, but none appears while the customer still types.
      if (input.getAttribute('aria-invalid') === 'true' && !errorsNow()[field]) showOne(field, undefined);
    });
    input.addEventListener('blur', ({ relatedTarget }) => {
      // Only on the way to another field: a message that pushes the pay button away would swallow the click on it.
      const movesOn = relatedTarget instanceof HTMLInputElement;
      if (movesOn && input.value) showOne(field, errorsNow()[field]);
    });
  }
  onInput(read());

  return {
    read,
    check() {
      const errors = errorsNow();
      show(errors);
      return Object.keys(errors).length === 0;
    },
    show,
    fill(card) {
      for (const field of cardFields) {
        inputs[field].value = card[field];
        showOne(field, undefined);
      }
      onInput(read());
    },
    clear() {
      for (const field of cardFields) inputs[field].value = '';
    },
  };
}
