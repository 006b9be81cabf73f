import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import type { SaidRefusal } from './refusal';

/** What the server gives its handlers: Node's own request and response, and what one handler leaves for another. */
export interface SandboxEnv {
  Bindings: HttpBindings;
  Variables: {
    /** The body, once a handler has read it. */
    text: Promise<string | undefined> | undefined;
    /** The part of an answer that was sent before the connection was cut. */
    cutAnswer: string | undefined;
    /** Why a call was refused. */
    refusal: SaidRefusal | undefined;
  };
}

const longestBody = 256 * 1024;

async function collect(incoming: AsyncIterable<Buffer>): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of incoming) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > longestBody) return undefined;
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** A request's body, for as many handlers as want it. Reading stops, and the connection with it, at 256 KiB: `undefined`. */
export function readText(context: Context<SandboxEnv>): Promise<string | undefined> {
  const text = context.get('text') ?? collect(context.env.incoming);
  context.set('text', text);
  return text;
}

/** A request's body; `undefined` if it is not JSON, or longer than 256 KiB. */
export async function readJson(context: Context<SandboxEnv>): Promise<unknown> {
  try {
    return JSON.parse((await readText(context)) ?? '') as unknown;
  } catch {
    return undefined;
  }
}
