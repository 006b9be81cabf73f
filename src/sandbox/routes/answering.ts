import { Hono, type Context } from 'hono';
import type * as v from 'valibot';
import { isIotPayError } from '../../contract/error';
import { parseCommand } from '../control/schemas';
import { refusalStatus } from '../control/refuse';
import { readJson, type SandboxEnv } from '../readJson';

/** Routes of control calls: a command that is refused is answered with 4xx and the reason. */
export function controlGroup(): Hono<SandboxEnv> {
  const routes = new Hono<SandboxEnv>();
  routes.onError((error, context) => {
    if (isIotPayError(error) && Object.hasOwn(refusalStatus, error.code)) {
      const status = refusalStatus[error.code as keyof typeof refusalStatus];
      return context.json({ error: error.message }, status);
    }
    throw error;
  });
  return routes;
}

/** A control call's body. @throws IotPayError `invalid_command` */
export async function readCommand<Schema extends v.GenericSchema>(
  context: Context<SandboxEnv>,
  schema: Schema,
): Promise<v.InferOutput<Schema>> {
  return parseCommand(schema, await readJson(context));
}
