import * as v from 'valibot';
import type { Gateway } from '../gateway';
import { Refusal } from '../refusal';

/** One call of section 3: its fields are right when `run` gets them. */
export interface Call {
  /** @throws Refusal */
  run(request: Readonly<Record<string, unknown>>, gateway: Gateway, ownUrl: string): object | Promise<object>;
}

/** A call from the fields that it takes and what it does with them. Fields that it doesn't know are let pass. */
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
    run(request, gateway, ownUrl) {
      const result = v.safeParse(schema, withoutEmpty(request));
      if (!result.success) throw new Refusal(describe(result.issues[0]));
      return run(result.output, gateway, ownUrl);
    },
  };
}

/** An empty value is none (gateway contract, section 2). */
function withoutEmpty(request: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(request).filter(([, value]) => value !== '' && value !== null && value !== undefined),
  );
}

function describe(issue: v.BaseIssue<unknown>): string {
  return `request params[${v.getDotPath(issue) ?? ''}] error: ${issue.message}`;
}
