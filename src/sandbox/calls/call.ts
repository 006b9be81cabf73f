import * as v from 'valibot';
import type { Gateway } from '../gateway';
import { Refusal } from '../refusal';

/** One call of section 3 of docs/gateway-contract.md: its fields are right when `run` gets them. */
export interface Call {
  /** The fields that it knows. */
  readonly fieldNames: readonly string[];
  /** @throws Refusal */
  run(request: Readonly<Record<string, unknown>>, gateway: Gateway, ownUrl: string): object | Promise<object>;
}

/** Makes a call from its fields and its action. Unknown fields are ignored. */
export function defineCall<const Fields extends v.ObjectEntries>(
  fields: Fields,
  run: (
    request: v.InferOutput<v.ObjectSchema<Fields, undefined>>,
    gateway: Gateway,
    ownUrl: string,
  ) => object | Promise<object>,
): Call {
  const schema = v.object(fields, ({ received }) =>
    received === 'undefined' ? 'is missing' : 'must be an object',
  );
  return {
    fieldNames: Object.keys(fields),
    run(request, gateway, ownUrl) {
      const result = v.safeParse(schema, withoutEmpty(request));
      if (!result.success) throw refusalOf(result.issues[0]);
      return run(result.output, gateway, ownUrl);
    },
  };
}

/** An empty value is none (docs/gateway-contract.md, section 2). */
function withoutEmpty(request: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(request).filter(([, value]) => value !== '' && value !== null && value !== undefined),
  );
}

function refusalOf(issue: v.BaseIssue<unknown>): Refusal {
  const field = v.getDotPath(issue) ?? '';
  const message = `request params[${field}] error: ${issue.message}`;
  if (issue.received === 'undefined') return new Refusal(message, 'missingField', field);
  return new Refusal(message, issue.message.startsWith('must be at most') ? 'tooLong' : undefined, field);
}
