import type { Context, MiddlewareHandler } from 'hono';
import type { Gateway } from '../gateway';
import { readText, type SandboxEnv } from '../readJson';
import { isFor, type Fault } from './faults';

/** Tells the server that the answer has been written, or is never to be. */
const alreadySent = () => new Response(null, { headers: { 'x-hono-already-sent': 'true' } });

function replacementFor({ kind, retMsg, status }: Fault): Response {
  if (kind === 'fail') return Response.json({ retCode: 'FAIL', retMsg });
  if (kind === 'brokenJson') {
    return new Response('{"retCode":"SUCCESS","retMsg":"","retDa', {
      headers: { 'Content-Type': 'application/json;charset=UTF-8' },
    });
  }
  const shown = kind === 'html' ? 200 : status;
  const html = `<html><head><title>${shown}</title></head><body><h1>${shown}</h1><hr>nginx</body></html>`;
  return new Response(html, { status: shown, headers: { 'Content-Type': 'text/html' } });
}

/** Cuts the connection: before the answer, or in the middle of it. */
function cut(context: Context<SandboxEnv>, answer: string | undefined): Response {
  const { outgoing } = context.env;
  if (answer === undefined) {
    outgoing.destroy();
    context.set('cutAnswer', '');
  } else {
    const bytes = Buffer.from(answer);
    const sent = bytes.subarray(0, Math.ceil(bytes.length / 2));
    outgoing.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': bytes.length });
    outgoing.write(sent, () => outgoing.destroy());
    context.set('cutAnswer', sent.toString('utf8'));
  }
  return alreadySent();
}

/** What a fault does, for the log. */
function describe({ call, kind, ms, retMsg, status, carriedOut }: Fault): string {
  const what = {
    delay: `late by ${ms} ms`,
    fail: `FAIL "${retMsg}"`,
    http: `HTTP ${status}`,
    html: 'an HTML page',
    brokenJson: 'JSON that breaks off',
    cut: 'cut off',
  }[kind];
  const effect = kind === 'delay' || carriedOut ? 'the call takes effect' : 'the call takes no effect';
  return `The answer to ${call === '*' ? 'every call' : call}: ${what}; ${effect}.`;
}

/** Spoils the answers of the calls that a fault was ordered for. */
export function spoilAnswers({ faults, time, journal }: Gateway): MiddlewareHandler<SandboxEnv> {
  return async (context, next) => {
    const { path } = context.req;
    const fault = faults.take(isFor(path));
    if (!fault) return next();
    // An unread body would keep the connection from its next request.
    await readText(context);
    const call = path.split('/').pop() ?? '';
    journal.append({ type: 'fault', of: 'call', call, kind: fault.kind, message: describe(fault) });
    if (fault.kind === 'delay') {
      await time.pause(fault.ms);
      return next();
    }
    if (fault.carriedOut) await next();
    const answer = fault.carriedOut ? await context.res.text() : undefined;
    const spoilt = fault.kind === 'cut' ? cut(context, answer) : replacementFor(fault);
    // Assigning merges the headers of the answer that was there before, unless that is taken away first.
    context.res = undefined;
    context.res = spoilt;
  };
}
