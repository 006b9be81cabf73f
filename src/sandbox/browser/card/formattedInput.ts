import { digitsOf } from '../../cardRules/cardNumber';

export interface Edit {
  value: string;
  caret: number;
}

/**
 * Formats a field's text as it is edited and says where the caret belongs: behind the same digit as before, however
 * many separators came or went, so that a digit can be changed in the middle of a number.
 */
export function reformat(
  text: string,
  caret: number,
  format: (text: string) => string,
  deletesForward = false,
): Edit {
  const value = format(text);
  if (caret >= text.length) return { value, caret: value.length };

  let digitsLeft = digitsOf(text.slice(0, caret)).length;
  let position = 0;
  while (digitsLeft > 0 && position < value.length) {
    if (/\d/.test(value.charAt(position))) digitsLeft -= 1;
    position += 1;
  }
  // "Delete" in front of a separator takes away only the separator, which comes back: step over it instead.
  if (deletesForward && /\D/.test(value.charAt(position))) position += 1;
  return { value, caret: position };
}

/** Keeps `input` formatted while it is typed in, pasted into or filled in by the browser. */
export function formatWhileTyping(input: HTMLInputElement, format: (text: string) => string): void {
  input.addEventListener('input', (event) => {
    const { inputType, isComposing } = event as InputEvent;
    if (isComposing) return;
    const caret = input.selectionStart ?? input.value.length;
    const edit = reformat(input.value, caret, format, inputType === 'deleteContentForward');
    if (edit.value !== input.value) input.value = edit.value;
    if (document.activeElement === input) input.setSelectionRange(edit.caret, edit.caret);
  });
}
