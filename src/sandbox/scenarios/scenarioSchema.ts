import * as v from 'valibot';
import { refuse } from '../control/refuse';
import { forceSchema, notifySchema, advanceSchema } from '../control/schemas';
import { faultSchema } from '../faults/faults';
import { deliveryFaultSchema } from '../notifications/deliveryFaults';
import { findTestCard } from '../cards/testCards';

const mchOrderNo = v.pipe(v.string(), v.nonEmpty(), v.maxLength(30));
const amount = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const channel = v.optional(v.picklist(['PF_CC', 'UPI_EX']));
const card = v.pipe(
  v.string(),
  v.check((number) => findTestCard(number) !== undefined, 'must be the number of a test card'),
);

const simpleSteps = [
  v.strictObject({
    do: v.literal('purchase'),
    mchOrderNo,
    amount,
    channel,
    subject: v.optional(v.string()),
    notifyUrl: v.optional(v.pipe(v.string(), v.url())),
  }),
  v.strictObject({ do: v.literal('pay'), mchOrderNo, card }),
  v.strictObject({ do: v.literal('saveCard'), cardId: mchOrderNo, card, channel }),
  v.strictObject({
    do: v.literal('call'),
    call: v.pipe(v.string(), v.regex(/^cc_\w+$/, 'must be a call such as cc_query')),
    fields: v.record(v.string(), v.union([v.string(), v.number()])),
  }),
  v.strictObject({ do: v.literal('query'), mchOrderNo }),
  v.strictObject({ do: v.literal('refund'), mchOrderNo, mchRefundNo: mchOrderNo, amount }),
  v.strictObject({ do: v.literal('void'), mchOrderNo, mchRefundNo: mchOrderNo }),
  v.strictObject({ do: v.literal('force'), mchOrderNo, ...forceSchema.entries }),
  v.strictObject({ do: v.literal('fault'), ...faultSchema.entries }),
  v.strictObject({ do: v.literal('notificationFault'), ...deliveryFaultSchema.entries }),
  v.strictObject({ do: v.literal('noFaults') }),
  v.strictObject({ do: v.literal('notify'), ...notifySchema.entries }),
  v.strictObject({ do: v.literal('advance'), ...advanceSchema.entries }),
  v.strictObject({ do: v.literal('settle'), mchOrderNo: v.optional(mchOrderNo) }),
  v.strictObject({
    do: v.literal('clocks'),
    clocks: v.record(v.string(), v.union([v.number(), v.array(v.number())])),
  }),
] as const;

const simpleStep = v.variant('do', simpleSteps);

const scenarioSchema = v.strictObject({
  version: v.literal(1, 'must be 1: this version of the sandbox reads no other'),
  name: v.pipe(v.string(), v.nonEmpty()),
  description: v.optional(v.string()),
  start: v.optional(v.pipe(v.string(), v.isoTimestamp('must be a time such as 2026-01-01T12:00:00Z'))),
  seed: v.optional(v.pipe(v.number(), v.safeInteger())),
  steps: v.pipe(
    v.array(
      v.variant('do', [
        ...simpleSteps,
        v.strictObject({ do: v.literal('together'), steps: v.array(simpleStep) }),
      ]),
    ),
    v.maxLength(10_000),
  ),
});

/** A step as the player gets it: its defaults filled in. */
export type CheckedStep = v.InferOutput<typeof scenarioSchema>['steps'][number];
export type CheckedScenario = v.InferOutput<typeof scenarioSchema>;

/**
 * A scenario file that was checked.
 *
 * @throws IotPayError `invalid_command` that names the step and the field.
 */
export function readScenario(given: unknown): CheckedScenario {
  const result = v.safeParse(scenarioSchema, given);
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw refuse(
    'invalid_command',
    `The scenario is wrong at ${v.getDotPath(issue) ?? 'its top'}: ${issue.message}`,
  );
}
