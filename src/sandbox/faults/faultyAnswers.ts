import { setTimeout as pause } from 'node:timers/promises';
import type { HttpBindings } from '@hono/node-server';
import type { MiddlewareHandler } from 'hono';
import { isFor, type Fault, type Faults } from './faults';
import type { SandboxEnv } from '../readJson';

/** Tells the server that the answer has been written, or is never to be. */
const alreadySent = () => new Response(null, { headers: { 'x-hono-already-sent': 'true' } });

function replacementFor({ kind, retMsg, status }: Fault): Response {
  if (kind === 'fail') return Response.json({ retCode: 'FAIL', retMsg });
  if (kind === 'brokenJson') {
    return new Response('{"retCode":"SUCCESS","retMsg":"","retDa', {
      headers: { 'Content-Type': 'application/json;charset=UTF-8' },
    });
  }
  const html = `<html><head><title>${status}</title></head><body><h1>${status}</h1><hr>nginx</body></html>`;
  return new Response(html, { status, headers: { 'Content-Type': 'text/html' } });
}

/** Cuts the connection: before the answer, or in the middle of it. */
function cut({ outgoing }: HttpBindings, answer: string | undefined): Response {
  if (answer === undefined) {
    outgoing.destroy();
  } else {
    const bytes = Buffer.from(answer);
    outgoing.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': bytes.length });
    outgoing.write(bytes.subarray(0, Math.ceil(bytes.length / 2)), () => outgoing.destroy());
  }
  return alreadySent();
}

/** Spoils the answers of the calls that a fault was ordered for. */
export function spoilAnswers(faults: Faults): MiddlewareHandler<SandboxEnv> {
  return async (context, next) => {
    const fault = faults.take(isFor(context.req.path.split('/').pop() ?? ''));
    if (!fault) return next();
    if (fault.kind === 'delay') {
      await pause(fault.ms, undefined, { ref: false });
      return next();
    }
    if (fault.carriedOut) await next();
    const answer = fault.carriedOut ? await context.res.text() : undefined;
    const spoilt = fault.kind === 'cut' ? cut(context.env, answer) : replacementFor(fault);
    // Assigning merges the headers of the answer that was there before, unless that is taken away first.
    context.res = undefined;
    context.res = spoilt;
  };
}
