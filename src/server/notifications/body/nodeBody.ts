import type { IncomingMessage } from 'node:http';
import { decode } from '../../limitedText';
import { isJsonObject } from '../../../contract/wire';
import { readGivenBody } from './givenBody';
import type { NotificationBody } from './notificationBody';

/** A Node request; `body` is there if a parser such as `express.json()` came first. */
export type NodeRequest = IncomingMessage & { body?: unknown };

/**
 * How many bytes of a body that is too large are still received and thrown away, so that its sender gets to read the
 * refusal.
 */
const mostDrained = 1.5 * 1024 * 1024;

/** A request's body: as a parser left it, or read from the stream up to a limit in bytes. */
export async function readNodeBody(request: NodeRequest, limit: number): Promise<NotificationBody> {
  const { body } = request;
  if (body !== undefined && body !== null && !isUnread(request, body)) {
    return readGivenBody(body, request.headers, limit);
  }
  if (request.readableDidRead) return { fault: 'already_read' };
  if (request.readableEnded) return { text: '' };
  return request.destroyed ? { fault: 'broken_off' } : readStream(request, limit);
}

/** Some parsers set `{}` for a body of another type, and do not read the stream. */
function isUnread(request: NodeRequest, body: unknown): boolean {
  return isJsonObject(body) && Object.keys(body).length === 0 && !request.readableDidRead;
}

/** Uses events, because leaving a `for await` early would destroy the connection, and the answer with it. */
function readStream(request: NodeRequest, limit: number): Promise<NotificationBody> {
  return new Promise((resolve) => {
    const chunks: Uint8Array[] = [];
    let size = 0;
    request.on('data', (data: Uint8Array | string) => {
      const chunk = typeof data === 'string' ? new TextEncoder().encode(data) : data;
      size += chunk.byteLength;
      if (size <= limit) chunks.push(chunk);
      else if (size > mostDrained) {
        request.pause();
        resolve({ fault: 'too_large' });
      }
    });
    request.on('end', () => resolve(size > limit ? { fault: 'too_large' } : decode(chunks)));
    request.on('error', () => resolve({ fault: 'broken_off' }));
    request.on('close', () => resolve({ fault: 'broken_off' }));
  });
}
