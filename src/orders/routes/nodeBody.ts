import type { IncomingMessage } from 'node:http';
import { bodyLimit } from './guards';

/**
 * The body of a Node request for a Fetch request. It is read only on demand, and only until it is clear that it is too
 * long, because an unread body must not fill the memory. It uses events, because cancelling a reader would destroy the
 * connection, and the answer with it.
 */
export function streamOf(request: IncomingMessage): ReadableStream<Uint8Array> {
  let size = 0;
  let stop: (() => void) | undefined;

  function listen(controller: ReadableStreamDefaultController<Uint8Array>): () => void {
    function take(chunk: Uint8Array): void {
      size += chunk.byteLength;
      controller.enqueue(new Uint8Array(chunk));
      if (size > bodyLimit) stop?.();
    }
    const close = () => controller.close();
    const fail = (error: Error) => controller.error(error);
    request.on('data', take).on('end', close).on('error', fail);
    return () => {
      request.off('data', take).off('end', close).off('error', fail);
      request.pause();
    };
  }

  return new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        stop ??= listen(controller);
      },
      cancel() {
        stop?.();
      },
    },
    { highWaterMark: 0 },
  );
}
