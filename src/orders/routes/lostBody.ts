import { IotPayOrdersError } from '../errors';

/** Takes the place of a body that was read before. It fails at once, because the read stream would never end. */
export function lostBody(): ReadableStream<Uint8Array> {
  const error = new IotPayOrdersError(
    'invalid_config',
    'Something has read the body before orders.node and left nothing of it: mount orders.node before the body parser, ' +
      'or pass what the parser made of it as request.body.',
  );
  return new ReadableStream({ start: (controller) => controller.error(error) });
}
