import * as v from 'valibot';
import { natural } from '../faults/faultFields';
import { refuse } from './refuse';

const number = v.pipe(v.string(), v.nonEmpty());
const cents = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

export const forceSchema = v.strictObject({
  outcome: v.picklist(['paid', 'declined', 'undecided', 'timeout', 'expired', 'noSuchOrder']),
  when: v.optional(v.picklist(['next', 'now']), 'next'),
});

export const notifySchema = v.strictObject({
  mchOrderNo: number,
  changes: v.optional(v.record(v.string(), v.union([v.string(), v.number(), v.null()])), {}),
  forge: v.optional(v.picklist(['wrongKey', 'otherAmount', 'otherOrder', 'repeated', 'late'])),
  ms: v.optional(natural),
});

export const settleSchema = v.strictObject({ mchOrderNo: v.optional(number) });

/** At most 30 days at once. */
export const advanceSchema = v.strictObject({ ms: v.pipe(natural, v.maxValue(30 * 24 * 3_600_000)) });

export const seedSchema = v.strictObject({ text: number });

export const launchSchema = v.strictObject({
  amount: v.optional(cents, 1999),
  card: v.optional(number, '4242 4242 4242 4242'),
  subject: v.optional(v.pipe(v.string(), v.maxLength(64))),
});

export const recordSchema = v.strictObject({ name: v.optional(number, 'Recorded') });

export const playSchema = v.strictObject({
  scenario: v.unknown(),
  notifyUrl: v.optional(v.pipe(v.string(), v.url())),
  returnUrl: v.optional(v.pipe(v.string(), v.url())),
  keep: v.optional(v.boolean(), false),
});

const state = v.picklist([
  'open',
  'pending',
  'undecided',
  'paid',
  'settled',
  'failed',
  'partlyRefunded',
  'refunded',
  'void',
]);

/** A number in a query. */
const counted = v.optional(v.pipe(v.string(), v.digits(), v.transform(Number)));

export const orderQuerySchema = v.strictObject({
  q: v.optional(v.string()),
  state: v.optional(state),
  kind: v.optional(v.picklist(['payment', 'refund', 'void'])),
  card: v.optional(v.string()),
  min: counted,
  max: counted,
  limit: counted,
  before: v.optional(v.string()),
});

export const eventQuerySchema = v.strictObject({
  type: v.optional(
    v.picklist(['call', 'form', 'card', 'callback', 'order', 'notification', 'fault', 'control']),
  ),
  q: v.optional(v.string()),
  limit: counted,
  before: counted,
  after: counted,
});

/**
 * Reads a command with a schema.
 *
 * @throws IotPayError `invalid_command`, with the field's name.
 */
export function parseCommand<Schema extends v.GenericSchema>(
  schema: Schema,
  given: unknown,
): v.InferOutput<Schema> {
  const result = v.safeParse(schema, given);
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw refuse('invalid_command', `${v.getDotPath(issue) ?? 'body'}: ${issue.message}`);
}
