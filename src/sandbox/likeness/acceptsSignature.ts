import { canonicalText, type FieldOrder } from '../../server/signing/canonical';
import { signText } from '../../server/signing/sign';
import type { Behaviour } from './gatewayAnswers';

type Fields = readonly (readonly [name: string, value: unknown])[];

/** The parts of a behaviour that say how messages are signed. */
export type SigningBehaviour = Pick<
  Behaviour,
  'fieldOrder' | 'emptyFields' | 'unknownFields' | 'lowerCaseSign'
>;

/** Whether a request's `sign` fits, by the rules of the gateway that the sandbox is like. */
export function acceptsSignature(
  request: Readonly<Record<string, unknown>>,
  merchantKey: string,
  knownFields: readonly string[],
  behaviour: SigningBehaviour,
): boolean {
  const { sign } = request;
  if (typeof sign !== 'string') return false;
  const given = behaviour.lowerCaseSign === 'accepted' ? sign.toUpperCase() : sign;
  const fields = Object.entries(request).filter(([name]) => name !== 'sign');
  const isKnown = ([name]: Fields[number]) => knownFields.includes(name);
  const counted = choose(behaviour.unknownFields, 'ignored', fields, fields.filter(isKnown)).flatMap((some) =>
    choose(behaviour.emptyFields, 'left out', some, some.filter(isFull)),
  );
  return counted.some((some) =>
    fieldOrders(behaviour).some((order) => signText(joined(some, order), merchantKey) === given),
  );
}

function isFull([name, value]: Fields[number]): boolean {
  return canonicalText({ [name]: value }) !== '';
}

/** The ways to read the fields: with those in doubt, or without them. Where neither is right they must not be there. */
function choose(answer: string, without: string, all: Fields, fewer: Fields): Fields[] {
  if (answer === 'either') return [all, fewer];
  if (answer === 'neither') return all.length === fewer.length ? [all] : [];
  return [answer === without ? fewer : all];
}

function fieldOrders({ fieldOrder }: SigningBehaviour): FieldOrder[] {
  if (fieldOrder === 'either') return ['ascii', 'case-insensitive'];
  return fieldOrder === 'neither' ? [] : [fieldOrder];
}

function joined(fields: Fields, order: FieldOrder): string {
  const inAsciiOrder = fields.toSorted(([one], [other]) => compare(one, other));
  const inOrder =
    order === 'ascii'
      ? inAsciiOrder
      : inAsciiOrder.toSorted(([one], [other]) => compare(one.toLowerCase(), other.toLowerCase()));
  return inOrder.map(([name, value]) => canonicalText({ [name]: value }) || `${name}=&`).join('');
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
