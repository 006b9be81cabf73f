import { asRecord, textOf } from '../../contract/wire';

/** Why there was no answer. */
export interface WebFailure {
  readonly kind: 'name' | 'refused' | 'certificate' | 'timeout' | 'broken';
  /** In words that go on from "The connection to … failed". */
  readonly message: string;
}

const kinds: readonly (readonly [WebFailure['kind'], RegExp, string])[] = [
  ['name', /^(ENOTFOUND|EAI_AGAIN)$/, 'its name has no address'],
  ['refused', /^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL)$/, 'nothing listens there'],
  ['certificate', /CERT|SIGNATURE|SELF_SIGNED|TLS|SSL|^EPROTO$/, 'TLS could not be agreed'],
  ['timeout', /TIMEOUT|TIMEDOUT|^23$/, 'no answer came in time'],
];

/** How far causes are followed: an error may be its own cause. */
const deepest = 5;

/** What an error of `fetch`, or of a socket, means. It shows the error's code and nothing that was sent. */
export function webFailure(error: unknown): WebFailure {
  const codes = codesOf(error, deepest);
  for (const [kind, pattern, message] of kinds) {
    const code = codes.find((one) => pattern.test(one));
    if (code !== undefined) return { kind, message: /\w{3}/.test(code) ? `${message} (${code})` : message };
  }
  return { kind: 'broken', message: `it broke (${codes[0] ?? 'for no known reason'})` };
}

function codesOf(error: unknown, depth: number): string[] {
  if (depth === 0 || error === undefined || error === null) return [];
  const { code, cause, errors } = asRecord(error);
  const inner = Array.isArray(errors) ? errors : [];
  return [
    textOf(code) ?? [],
    ...inner.map((one) => codesOf(one, depth - 1)),
    codesOf(cause, depth - 1),
  ].flat();
}
