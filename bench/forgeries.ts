import { mchId } from './messages';

/** A kind of body that a stranger could send. `make` gives one of any size. */
export interface Forgery {
  readonly name: string;
  /** @param variant makes its field names different from those of every other body, and their order too */
  readonly make: (bytes: number, variant: number) => string;
}

/** The first fields of a forged body. Only the signature tells them from genuine ones. */
const start = { payOrderId: 'PC20240101231256043886610000', mchId, sign: 'A1B2C3D4'.repeat(4) };

const jsonStart = JSON.stringify(start).slice(0, -1);
const formStart = new URLSearchParams(start).toString();

/** Fills a body with as many fields as fit. */
const json = (field: (at: number, variant: number) => string) => (bytes: number, variant: number) =>
  `${fill(jsonStart, bytes - 1, (at) => `,${field(at, variant)}`)}}`;

const form = (field: (at: number, variant: number) => string) => (bytes: number, variant: number) =>
  fill(formStart, bytes, (at) => `&${field(at, variant)}`);

/** One value that is as long as fits. */
const oneLong = (unit: string, before: string, after: string) => (bytes: number) =>
  before + repeat(unit, bytes - length(before) - length(after)) + after;

/** As many fields as a notification may have, of equal length. */
const sixty = (unit: string, isJson: boolean) => (bytes: number, variant: number) => {
  const share = Math.floor((bytes - 200) / 60) - (isJson ? 16 : 12);
  const value = repeat(unit, share);
  const field = (at: number) =>
    isJson ? `"${mixedName(at, variant)}":"${value}"` : `${mixedName(at, variant)}=${value}`;
  const fields = Array.from({ length: 60 }, (_, at) => field(at));
  return isJson ? `${[jsonStart, ...fields].join(',')}}` : [formStart, ...fields].join('&');
};

export const forgeries: readonly Forgery[] = [
  { name: 'JSON, many fields', make: json((at, variant) => `"f${variant}x${at}":1`) },
  { name: 'JSON, fractions', make: json((at, variant) => `"f${variant}x${at}":1.50`) },
  {
    name: 'JSON, deep arrays',
    make: (bytes) => `${jsonStart},"a":${'['.repeat(bytes / 2 - 100)}${']'.repeat(bytes / 2 - 100)}}`,
  },
  { name: 'JSON, an array of fractions', make: oneLong('1.50,', `${jsonStart},"a":[`, '1]}') },
  { name: 'JSON, a long value', make: oneLong('x', `${jsonStart},"a":"`, '"}') },
  { name: 'JSON, a long number', make: oneLong('1', `${jsonStart},"a":`, '.5}') },
  { name: 'JSON, a string without end', make: oneLong('x', `${jsonStart},"a":"`, '') },
  { name: 'JSON, white space', make: oneLong(' ', `${jsonStart},`, '"a":1}') },
  { name: 'JSON, 60 long values, mixed case', make: sixty('x', true) },
  { name: 'JSON, 60 escaped values, mixed case', make: sixty('\\n', true) },
  { name: 'JSON, 60 Chinese values, mixed case', make: sixty('中', true) },
  { name: 'form, many fields', make: form((at, variant) => `f${variant}x${at}=1`) },
  { name: 'form, a long value', make: oneLong('x', `${formStart}&a=`, '') },
  { name: 'form, plus signs', make: oneLong('+', `${formStart}&a=`, '') },
  { name: 'form, ampersands', make: oneLong('&', `${formStart}&`, '') },
  { name: 'form, 60 long values, mixed case', make: sixty('x', false) },
  { name: 'form, 60 encoded values, mixed case', make: sixty('%41', false) },
  { name: 'form, 60 wrongly encoded values, mixed case', make: sixty('%FF', false) },
];

/** Names whose ASCII order differs from the order that disregards case, so that both orders have to be tried. */
function mixedName(at: number, variant: number): string {
  const name = `field${variant}x${(at * 37) % 60}`;
  return at % 2 === 0 ? name : name.toUpperCase();
}

function fill(first: string, bytes: number, next: (at: number) => string): string {
  const parts = [first];
  let size = length(first);
  for (let at = 0; ; at++) {
    const part = next(at);
    size += length(part);
    if (size > bytes) return parts.join('');
    parts.push(part);
  }
}

const repeat = (unit: string, bytes: number) => unit.repeat(Math.max(0, Math.floor(bytes / length(unit))));

const length = (text: string) => Buffer.byteLength(text);
