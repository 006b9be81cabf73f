import type { IncomingMessage } from 'node:http';
import type { SignParams } from '../signing/canonical';
import { isJsonObject } from '../jsonObject';
import { decode, type LimitedText } from '../limitedText';

/** A Node request; `body` is there if a parser such as `express.json()` came first. */
export type NodeRequest = IncomingMessage & { body?: unknown };

export type NodeBody = LimitedText | { readonly fields: SignParams } | { readonly fault: 'broken_off' };

/** How much of a body that is too large is still taken in and thrown away, so that its sender gets to read the refusal. */
const drainedTimes = 64;

/** A request's body: as a parser left it, or read from the stream up to a limit in bytes. */
export async function readNodeBody(request: NodeRequest, limit: number): Promise<NodeBody> {
  const { body } = request;
  if (typeof body === 'string') return limited([new TextEncoder().encode(body)], limit);
  if (body instanceof Uint8Array) return limited([body], limit);
  if (!isJsonObject(body) || isUnread(request, body)) return readStream(request, limit);
  // A parsed body is measured by what its sender announced, the only measure left.
  return Number(request.headers['content-length']) > limit ? { fault: 'too_large' } : { fields: body };
}

/** Some parsers leave `{}` for a body of a type that isn't theirs, and the stream as it was. */
function isUnread(request: NodeRequest, fields: SignParams): boolean {
  return Object.keys(fields).length === 0 && !request.readableDidRead;
}

function limited(chunks: readonly Uint8Array[], limit: number): LimitedText {
  const size = chunks.reduce((sum, { byteLength }) => sum + byteLength, 0);
  return size > limit ? { fault: 'too_large' } : decode(chunks);
}

/** By events, because leaving a `for await` early would destroy the connection and with it the answer. */
function readStream(request: NodeRequest, limit: number): Promise<NodeBody> {
  if (request.destroyed) return Promise.resolve({ fault: 'broken_off' });
  return new Promise((resolve) => {
    const chunks: Uint8Array[] = [];
    let size = 0;
    request.on('data', (data: Uint8Array | string) => {
      const chunk = typeof data === 'string' ? new TextEncoder().encode(data) : data;
      size += chunk.byteLength;
      if (size <= limit) chunks.push(chunk);
      else if (size > limit * drainedTimes) {
        request.pause();
        resolve({ fault: 'too_large' });
      }
    });
    request.on('end', () => resolve(size > limit ? { fault: 'too_large' } : decode(chunks)));
    request.on('error', () => resolve({ fault: 'broken_off' }));
    request.on('close', () => resolve({ fault: 'broken_off' }));
  });
}
