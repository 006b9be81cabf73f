import { canonicalText, type FieldOrder, type SignParams } from '../canonical';
import { countCharacters } from '../characters';
import { signText } from '../sign';
import { isSecret, mask, maskSecrets, showInvisible } from './mask';

/** A merchant key, and what to call it without showing it. */
export interface NamedKey {
  /** `IOTPAY_KEY`, say, or `typed` for one that was asked for. */
  readonly name: string;
  readonly value: string;
}

/** One step of a signature, for people: a heading and what stands under it. */
export interface ExplainedStep {
  readonly title: string;
  readonly lines: readonly string[];
}

const orders: Readonly<Record<FieldOrder, string>> = {
  ascii: 'in ASCII order',
  'case-insensitive': 'in the order that disregards case',
};

/**
 * The steps of section 2 of docs/gateway-contract.md over a message, with everything secret masked. An order that gives the same
 * text as the one before it is not shown again.
 */
export function explainSteps(
  fields: SignParams,
  keys: readonly NamedKey[],
  wanted: readonly FieldOrder[],
): ExplainedStep[] {
  const counted = Object.keys(fields).filter((name) => counts(name, fields));
  const [first, ...others] = wanted.map((order) => ({ order, text: canonicalText(fields, order) }));
  const distinct = [first, ...others.filter(({ text }) => text !== first?.text)].filter((it) => !!it);
  const steps = [
    { title: 'Left out', lines: describeLeftOut(fields, keys) },
    { title: 'Counted', lines: describeCounted(fields, counted, keys) },
    ...distinct.flatMap(({ order, text }) => [
      { title: `Text that is hashed, ${orders[order]}`, lines: [maskedText(fields, counted, order, keys)] },
      {
        title: 'MD5 of its UTF-8 bytes, in upper case',
        lines: keys.map(
          ({ name, value }) => `${signText(text, value)}  with ${describeKey({ name, value })}`,
        ),
      },
    ]),
  ];
  return steps.filter(({ lines }) => lines.length > 0);
}

/** The steps as a terminal shows them. */
export function stepsAsText(steps: readonly ExplainedStep[]): string {
  return steps.flatMap(({ title, lines }) => [title, ...lines.map((line) => `  ${line}`)]).join('\n');
}

function describeLeftOut(fields: SignParams, keys: readonly NamedKey[]): string[] {
  return Object.keys(fields)
    .filter((name) => !counts(name, fields))
    .map((name) => (name === 'sign' ? 'sign: never part of itself' : `${show(name, keys)}: empty`));
}

/** What the text itself doesn't show: where a value is not what its sender may think it is. */
function describeCounted(
  fields: SignParams,
  counted: readonly string[],
  keys: readonly NamedKey[],
): string[] {
  return counted.toSorted().map((name, index) => {
    const value = fields[name];
    const notes = [
      isSecret(name, value) && 'masked here',
      typeof value === 'object' && 'nested, which IOTPay does not document: as compact JSON',
      typeof value === 'string' && value !== value.trim() && 'white space around it',
      typeof value === 'string' && value !== showInvisible(value) && 'invisible characters, shown as \\u{…}',
    ].filter((note) => note !== false);
    return [`${index + 1}. ${show(name, keys)}`, ...notes].join(', ');
  });
}

/** Made by the function that also makes the text which is hashed, so that the two can't disagree about order or spelling. */
function maskedText(
  fields: SignParams,
  counted: readonly string[],
  order: FieldOrder,
  keys: readonly NamedKey[],
): string {
  const masked = Object.fromEntries(
    counted.map((name) => [name, isSecret(name, fields[name]) ? mask : fields[name]]),
  );
  return `${show(canonicalText(masked, order), keys)}key=${mask}`;
}

function counts(name: string, fields: SignParams): boolean {
  return canonicalText(Object.fromEntries([[name, fields[name]]])) !== '';
}

/** The length is shown, here as in the library's errors: it gives a wrong key away, and no right one. */
function describeKey({ name, value }: NamedKey): string {
  const source = name === 'typed' ? 'the key that was typed' : name;
  const oddities = [
    value !== value.trim() && 'white space around it',
    /\S\s+\S/.test(value) && 'white space in it',
    /[^\p{ASCII}]/u.test(value) && 'characters beyond ASCII',
  ].filter((oddity) => oddity !== false);
  return `${source}: ${countCharacters(value)} characters, ${oddities.join(', ') || 'no white space'}`;
}

function show(text: string, keys: readonly NamedKey[]): string {
  return showInvisible(
    maskSecrets(
      text,
      keys.map(({ value }) => value),
    ),
  );
}
