import { canonicalText, type SignParams } from './canonical';
import { equalInConstantTime } from './digest';
import { signText } from './sign';

export interface Mistake {
  readonly reason: 'key_white_space' | 'body_re_encoded' | 'sign_mismatch';
  readonly message: string;
}

const htmlEntities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

/** Changes that middle boxes and frameworks make to a body, each with the function that undoes it. */
const reEncodings: readonly (readonly [what: string, undo: (value: string) => string])[] = [
  ['its values are still URL-encoded', decodeURIComponent],
  ['its values were URL-decoded once too often', (value) => value.replaceAll('%', '%25')],
  ['its plus signs were turned into spaces', spacesToPluses],
  ['its spaces are still plus signs', (value) => value.replaceAll('+', ' ')],
  [
    'its values were HTML-escaped',
    (value) => value.replace(/&(amp|lt|gt|quot|#39);/g, (it) => htmlEntities[it] ?? it),
  ],
  ['its UTF-8 was read as Latin-1', latin1ToUtf8],
  ['its line ends were rewritten', (value) => value.replaceAll('\r\n', '\n')],
];

/**
 * Guesses why a well-formed signature fits no key. A guess never makes the message valid, but it names the mistake to
 * correct. The caller has checked that the message as it stands doesn't fit.
 */
export function likelyMistake(params: SignParams, sign: string, keys: readonly string[]): Mistake {
  const fits = (text: string, key: string) => equalInConstantTime(signText(text, key), sign);

  const asIs = canonicalText(params);
  if (keys.some((key) => key !== key.trim() && fits(asIs, key.trim()))) {
    return {
      reason: 'key_white_space',
      message: 'The merchant key is right but for the white space around it: trim it where it is configured.',
    };
  }
  for (const [what, undo] of reEncodings) {
    const undone = canonicalText(mapTexts(params, undo));
    if (undone !== asIs && keys.some((key) => fits(undone, key))) {
      return {
        reason: 'body_re_encoded',
        message: `The body was changed on its way, ${what}: verify the body exactly as it was received.`,
      };
    }
  }
  return mismatch(keys);
}

/** The result if a signature fits no key and no mistake explains it. */
export function mismatch(keys: readonly string[]): Mistake {
  const lengths = [...new Set(keys.map((key) => key.length))].join(', ');
  return {
    reason: 'sign_mismatch',
    message:
      `The signature fits no merchant key (${keys.length} tried, length ${lengths}). If the message is genuine, the key is that ` +
      'of another environment or account, or the key was rotated: compare its length with the one in the merchant portal.',
  };
}

function mapTexts(params: SignParams, change: (value: string) => string): SignParams {
  const changed = Object.create(null) as Record<string, unknown>;
  for (const [name, value] of Object.entries(params)) {
    changed[name] = typeof value === 'string' ? attempt(change, value) : value;
  }
  return changed;
}

/** A value that can't be undone stays as it is. For example, `100%` is not URL-encoded. */
function attempt(change: (value: string) => string, value: string): string {
  try {
    return change(value);
  } catch {
    return value;
  }
}

/** `paySuccTime` stays as it is, because it is the one documented value that rightly holds a space. */
function spacesToPluses(value: string): string {
  return /^\d{4}-\d\d-\d\d \d\d:/.test(value) ? value : value.replaceAll(' ', '+');
}

function latin1ToUtf8(value: string): string {
  if (/[^\u0000-\u00ff]/.test(value)) return value;
  const bytes = Uint8Array.from(value, (character) => character.charCodeAt(0));
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
}
