import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';

/** What the server gives its handlers: Node's own request and response. */
export interface SandboxEnv {
  Bindings: HttpBindings;
}

const longestBody = 256 * 1024;

/** A request's body; `undefined` if it is not JSON. Reading stops, and the connection with it, at 256 KiB. */
export async function readJson(context: Context<SandboxEnv>): Promise<unknown> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of context.env.incoming as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > longestBody) return undefined;
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
}
