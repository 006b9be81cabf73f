import type { CardEntry } from '../../cardRules/cardEntry';
import { brandOf, digitsOf, groupCardNumber } from '../../cardRules/cardNumber';
import type { Say } from '../languages/dictionary';

/** The card's face while the customer types. Missing digits show as dots. */
export function faceOf(
  card: CardEntry,
  say: Say,
): { brand: string; number: string; holder: string; expiry: string } {
  const brand = brandOf(card.number);
  const length = brand?.lengths.find((one) => one >= digitsOf(card.number).length) ?? 16;
  const shape = groupCardNumber(digitsOf(card.number).padEnd(brand?.id === 'visa' ? 16 : length, '0'));
  const typed = groupCardNumber(card.number);
  return {
    brand: brand?.name ?? '',
    number: typed + shape.slice(typed.length).replace(/\d/g, '•'),
    holder: card.holder.trim() || say('Name on card'),
    expiry: card.expiry || say('MM/YY'),
  };
}

/** Draws the face into the elements that carry its parts' names in `data-face`. */
export function drawCard(root: ParentNode, card: CardEntry, say: Say): void {
  const face = faceOf(card, say);
  for (const [part, text] of Object.entries(face)) {
    const element = root.querySelector(`[data-face="${part}"]`);
    if (element) element.textContent = text;
  }
}
