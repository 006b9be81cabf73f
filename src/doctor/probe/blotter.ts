import { redact } from '../../server/secrets';

const hidden = '[hidden]';

/** Shorter ones are no secrets, and to blot them out would make every text unreadable. */
const shortest = 4;

/** So much of a secret is hidden even without the rest, in upper or lower case. */
const pieceLength = 10;

/** Letters and digits in one piece, as keys, signatures and session numbers are, or parts of them. */
const token = /[A-Za-z0-9]{16,}/g;

/** Blots the given secrets out of every text that goes into a probe. */
export interface Blotter {
  /** From here on this text appears nowhere. */
  hide(secret: string): void;
  /** From here on this value appears as `{name}`. */
  name(value: string, name: string): void;
  /** A text of the gateway's without anything secret, at most 250 characters of it. */
  clean(text: string): string;
}

export function createBlotter(): Blotter {
  const secrets = new Set<string>();
  const names = new Map<string, string>();

  return {
    hide(secret) {
      for (const spelling of spellings(secret)) {
        if (spelling.length >= shortest)
          for (const piece of piecesOf(lowerCase(spelling))) secrets.add(piece);
      }
    },
    name(value, name) {
      if (value.length >= shortest) names.set(value, `{${name}}`);
    },
    clean(text) {
      let clean = hidePieces(text, secrets);
      // The longest first, because one may be a part of another.
      for (const value of [...names.keys()].sort((one, other) => other.length - one.length)) {
        clean = clean.replaceAll(value, names.get(value) ?? hidden);
      }
      // Secrets that it was not given: a key of another merchant, a card number.
      return redact(clean, []).replace(token, (piece) => (/\d/.test(piece) ? hidden : piece));
    },
  };
}

/** A secret as a gateway may repeat it: as it is, or as it stands in an address or in JSON. */
function spellings(secret: string): string[] {
  // Half a surrogate pair can't stand in an address.
  const inAddress = /\p{Surrogate}/u.test(secret) ? secret : encodeURIComponent(secret);
  return [secret, inAddress, JSON.stringify(secret).slice(1, -1)];
}

/** Every piece of a text that is long enough; a short text is one piece. */
function piecesOf(text: string): string[] {
  const count = Math.max(1, text.length - pieceLength + 1);
  return Array.from({ length: count }, (_, at) => text.slice(at, at + pieceLength));
}

/** Only ASCII, so that no character changes its length. */
function lowerCase(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

/** Hides all that belongs to one of the pieces. */
function hidePieces(text: string, pieces: ReadonlySet<string>): string {
  const lower = lowerCase(text);
  const isHidden = new Array<boolean>(text.length).fill(false);
  for (const piece of pieces) {
    for (let at = lower.indexOf(piece); at !== -1; at = lower.indexOf(piece, at + 1)) {
      isHidden.fill(true, at, at + piece.length);
    }
  }
  return Array.from({ length: text.length }, (_, at) =>
    !isHidden[at] ? text.charAt(at) : isHidden[at - 1] ? '' : hidden,
  ).join('');
}
