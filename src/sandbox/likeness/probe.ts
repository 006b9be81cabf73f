import * as v from 'valibot';
import { IotPayError } from '../../contract/error';
import { gatewayAnswersSchema } from './answersSchema';
import type { GatewayAnswers } from './gatewayAnswers';

const text = v.pipe(v.string(), v.maxLength(300));

/** What `iotpay doctor --probe` has learnt of a gateway, with nothing secret in it. */
export interface Probe {
  readonly format: 'iotpay-probe';
  readonly version: 1;
  /** ISO 8601. */
  readonly takenAt: string;
  /** The version of react-iotpay that asked. */
  readonly askedBy: string;
  /** `development`, or `sandbox`; any other gateway is `other`. */
  readonly environment: 'development' | 'sandbox' | 'other';
  /** Whether something was charged to learn more. */
  readonly charged: boolean;
  readonly answers: GatewayAnswers;
  /** Why the other questions have no answer. */
  readonly unknown: Readonly<Record<string, string>>;
}

const probeSchema = v.strictObject({
  format: v.literal('iotpay-probe'),
  version: v.literal(1),
  takenAt: text,
  askedBy: text,
  environment: v.picklist(['development', 'sandbox', 'other']),
  charged: v.boolean(),
  answers: gatewayAnswersSchema,
  unknown: v.record(v.string(), text),
});

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
