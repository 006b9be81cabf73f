import type { CardEntry } from '../../cardRules/cardEntry';
import { brandOf, groupCardNumber } from '../../cardRules/cardNumber';

/** A test card as a customer would type it. Any future date and any code go with it. */
export function cardToFillIn(number: string, now: Date): CardEntry {
  const year = String((now.getFullYear() + 3) % 100).padStart(2, '0');
  const code = '1234'.slice(0, brandOf(number)?.codeLength ?? 3);
  return { number: groupCardNumber(number), holder: 'Ada Lovelace', expiry: `12/${year}`, code };
}

/** Lets the customer choose a test card instead of typing one. A plain page has no picker. */
export function startTestCardPicker(fill: (card: CardEntry) => void, chosenCard: string | undefined): void {
  const picker = document.getElementById('test-card') as HTMLSelectElement | null;
  if (!picker) return;
  const fillIn = () => {
    if (picker.value) fill(cardToFillIn(picker.value, new Date()));
  };
  picker.addEventListener('change', fillIn);
  if (chosenCard !== undefined) {
    picker.value = chosenCard;
    fillIn();
  }
}
