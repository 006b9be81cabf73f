import type { Context } from 'hono';
import * as v from 'valibot';
import { readJson, type SandboxEnv } from '../readJson';

/** A control call's body, or the answer to one that is wrong. */
export async function readControl<Schema extends v.GenericSchema>(
  context: Context<SandboxEnv>,
  schema: Schema,
): Promise<{ readonly asked: v.InferOutput<Schema> } | { readonly wrong: Response }> {
  const result = v.safeParse(schema, await readJson(context));
  if (result.success) return { asked: result.output };
  const [issue] = result.issues;
  const error = `${v.getDotPath(issue) ?? 'body'}: ${issue.message}`;
  return { wrong: context.json({ error }, 400) };
}
