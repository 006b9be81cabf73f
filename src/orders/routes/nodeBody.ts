import type { IncomingMessage } from 'node:http';
import { bodyLimit } from './guards';

/**
 * A request's body for a Fetch request. It is read only when somebody wants it, and no further than it takes to see that it is too
 * long: what nobody reads must not fill the memory. By events, because a cancelled reader would destroy the connection and with it the
 * answer.
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
