import * as v from 'valibot';
import { IotPayError } from '../../contract/error';
import { gatewayAnswersSchema } from './gatewayAnswers';

const text = v.pipe(v.string(), v.maxLength(300));

const probeSchema = v.strictObject({
  format: v.literal('iotpay-probe'),
  version: v.literal(1),
  /** ISO 8601. */
  takenAt: text,
  /** The version of react-iotpay that asked. */
  askedBy: text,
  /** `development`, or `sandbox`; any other gateway is `other`. */
  environment: v.picklist(['development', 'sandbox', 'other']),
  /** Whether something was charged to learn more. */
  charged: v.boolean(),
  answers: gatewayAnswersSchema,
  /** Why the other questions have no answer. */
  unknown: v.record(v.string(), text),
});

/** What `iotpay doctor --probe` has learnt of a gateway, with nothing secret in it. */
export type Probe = v.InferOutput<typeof probeSchema>;

/**
 * Reads a probe that was parsed from a file.
 *
 * @throws IotPayError `invalid_config` for anything else. The message names the place, not what stands there.
 */
export function readProbe(value: unknown): Probe {
  const result = v.safeParse(probeSchema, value);
  if (result.success) return result.output;
  const place = v.getDotPath(result.issues[0]);
  throw new IotPayError(
    'invalid_config',
    'That is not a probe of this version, which `iotpay doctor --probe` writes' +
      (place === null ? '.' : `: look at ${place}.`),
  );
}
