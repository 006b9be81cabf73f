import { canonicalText } from '../canonical';

/** Stands for a secret. Always as long, so that it doesn't tell how long the secret is. */
export const mask = '••••••••';

/** Fields that open a payment, stand for a card or complete one (docs/gateway-contract.md, sections 1 and 3). */
const secretName = /cv|secure|token|walletData/i;

/** The same fields inside a value, should one hold an object or its JSON. */
const secretInside = /(cv|secure|token|walletData|card(num|no))[^":]{0,40}"\s*:/i;

/** A secureId, which also stands in redirect URLs. */
const secureId = /(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])/gi;

/** A card number in full, which should never have come here. */
const wholeCardNumber = /^\d[\d -]{10,21}\d$/;

/** Whether a field's value is shown as nothing but a mask. */
export function isSecret(name: string, value: unknown): boolean {
  const text = canonicalText({ value }).slice('value='.length, -1);
  return (
    secretName.test(name) ||
    secretInside.test(text) ||
    (/^card(num|no)/i.test(name) && wholeCardNumber.test(text))
  );
}

/**
 * A text with every key and every secureId blotted out. Keys of less than four characters are no secrets, and their
 * masks would make the text unreadable.
 */
export function maskSecrets(text: string, keys: readonly string[]): string {
  const longestFirst = keys.filter((key) => key.length >= 4).sort((a, b) => b.length - a.length);
  return longestFirst.reduce((masked, key) => masked.replaceAll(key, mask), text).replace(secureId, mask);
}

/** Line breaks and other invisible characters as escapes: a forged message must not be able to write to the terminal. */
export function showInvisible(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu,
    (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );
}
