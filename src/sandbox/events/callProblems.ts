import { canonicalText, type SignParams } from '../../server/signing/canonical';
import { md5 } from '../../server/signing/digest';
import { signText } from '../../server/signing/sign';
import { checkSignature } from '../../server/signing/verify';

/** The mistakes with which a right key gets into a shop's settings. */
const keyMistakes: readonly (readonly [what: string, change: (key: string) => string])[] = [
  ['The merchant key ends in a line break', (key) => `${key}\n`],
  ['The merchant key ends in a Windows line break', (key) => `${key}\r\n`],
  ['The merchant key ends in a space', (key) => `${key} `],
  ['The merchant key begins with a space', (key) => ` ${key}`],
  ['The merchant key ends in a tab', (key) => `${key}\t`],
  ['The merchant key stands in quotation marks', (key) => `"${key}"`],
  ['The merchant key stands in single quotation marks', (key) => `'${key}'`],
  ['The merchant key was turned into lower case', (key) => key.toLowerCase()],
  ['The merchant key was turned into upper case', (key) => key.toUpperCase()],
  ['The merchant key is missing: it was signed with an empty one', () => ''],
  ['The merchant key is the text "undefined": the environment variable is not set', () => 'undefined'],
];

/** The mistakes with which the hashed text is made. */
const textMistakes: readonly (readonly [what: string, change: (text: string, key: string) => string])[] = [
  ['"&key=" is missing before the merchant key', (text, key) => text.slice(0, -1) + key],
  ['The merchant key was hashed without "key="', (text, key) => text + key],
  ['The values were URL-encoded before they were signed', encodeValues],
];

function encodeValues(text: string, key: string): string {
  const pairs = text.slice(0, -1).split('&');
  const encoded = pairs.map((pair) =>
    pair.replace(/=(.*)$/s, (_, value: string) => `=${encodeURIComponent(value)}`),
  );
  return `${encoded.join('&')}&key=${key}`;
}

/** Why a call's signature is refused, in words: the sandbox knows the right key, so it can try what usually goes wrong. */
export function signatureProblem(request: SignParams, merchantKey: string): string | undefined {
  const check = checkSignature(request, merchantKey);
  if (check.valid) return undefined;
  return mistakeOf(request, merchantKey) ?? check.message;
}

function mistakeOf(request: SignParams, merchantKey: string): string | undefined {
  const { sign } = request;
  if (typeof sign !== 'string' || sign === '') return undefined;
  const signature = sign.toUpperCase();
  const text = canonicalText(request);
  if (signText(text, merchantKey) === signature) {
    return 'The signature is right but for its letters: it must be in upper case.';
  }
  const key = keyMistakes.find(([, change]) => signText(text, change(merchantKey)) === signature);
  if (key) return `${key[0]}. Correct it where it is configured.`;
  const found = textMistakes.find(([, change]) => md5(change(text, merchantKey)) === signature);
  return found && `${found[0]} (docs/gateway-contract.md, section 2).`;
}

/** The signature fits docs/gateway-contract.md, so it is the likeness (`--like`) that refuses it. */
const signedUnlike =
  'The signature is right by docs/gateway-contract.md, but the gateway that this sandbox is like counts the fields differently: ' +
  'compare fieldOrder, emptyFields and unknownFields in its probe.';

/** The problems with a call, in words. */
export function callProblems(
  request: SignParams,
  answer: { readonly retCode: string | undefined; readonly retMsg: string | undefined },
  merchantKey: string,
): string[] {
  if (answer.retMsg === 'Verify sign failed') {
    return [signatureProblem(request, merchantKey) ?? signedUnlike];
  }
  return answer.retCode === 'FAIL' ? explainRefusal(answer.retMsg ?? '', request) : [];
}

function explainRefusal(retMsg: string, request: SignParams): string[] {
  const { amount, mchOrderNo } = request;
  if (/\[(amount|refundAmount)\].*integer/.test(retMsg)) {
    return [`Amounts are whole cents: ${JSON.stringify(amount ?? request.refundAmount)} is none.`];
  }
  if (/\[mchOrderNo\].*30 characters/.test(retMsg)) {
    return [`mchOrderNo has ${String(mchOrderNo).length} characters; 30 are allowed, so a UUID is too long.`];
  }
  if (/mchOrderNo is already used/.test(retMsg)) {
    return [
      'mchOrderNo was used before: every payment needs a new one. If this call was a repetition, query the order instead.',
    ];
  }
  if (/mchId does not exist/.test(retMsg)) return ['mchId is not the one of this sandbox: see its settings.'];
  if (/loginName does not exist/.test(retMsg))
    return ['loginName is not the one of this sandbox: see its settings.'];
  if (/not JSON/.test(retMsg)) return ['The body is no JSON: send JSON with Content-Type application/json.'];
  return [`The gateway refused the call: ${retMsg}.`];
}
