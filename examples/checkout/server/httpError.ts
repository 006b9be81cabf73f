/** An answer that is not 2xx: thrown anywhere in a route, sent by `answerErrors`. `message` is for the customer. */
export class HttpError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly details: { mchOrderNo?: string } = {},
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
