import type { ServerResponse } from 'node:http';
import type { IotPayOrder } from '../../contract/order';
import type { IotPay } from '../gateway/createIotPay';
import type { NotificationHeaders } from './body/givenBody';
import type { NodeRequest } from './body/nodeBody';
import type { NotificationAnswer, NotificationReceipt, NotificationRejection } from './notificationOutcome';

/** The shop's own order, for the library to compare. */
export interface ExpectedOrder {
  /**
   * Whole cents: a number, a bigint, or their digits as text, because some databases return an integer as text
   * (`'2434'`).
   */
  readonly amount: number | bigint | string;
  /** `'CAD'` by default. */
  readonly currency?: string | undefined;
  /** Only needed if the order was not looked up by it. */
  readonly mchOrderNo?: string | undefined;
}

/** Finds the order of `order.mchOrderNo`, or null or undefined if there is none. */
export type FindExpectedOrder = (
  order: IotPayOrder,
) => ExpectedOrder | null | undefined | Promise<ExpectedOrder | null | undefined>;

/** The options of `createNotificationHandler`. Functions may be async; the gateway's answer waits for them. */
export interface NotificationOptions {
  /** The result of `createIotPay`. Its keys verify the notification, and its `mchId` must be the notification's. */
  iotpay: Pick<IotPay, 'mchId' | 'checkSignature'>;
  /**
   * Returns the shop's order of this number, or null or undefined if there is none. A payment that differs in amount,
   * currency or number is turned away before `onPayment`. If it throws or returns an unusable amount, the answer is 500
   * and the notification comes again.
   *
   * `false` switches the comparison off. `onPayment` then gets every payment that the gateway signed, with any amount,
   * and has to compare it.
   */
  expect: FindExpectedOrder | false;
  /**
   * Stores that an order is paid. The gateway gets its `success` only after this has resolved. If it throws, the answer
   * is 500 and the notification comes again. It may get the same payment any number of times, from several processes at
   * once, and again while a run that took too long still goes on, so be idempotent on `payOrderId`. In one process of
   * Node, Deno or Bun, notifications of the same `payOrderId` are handled one after the other.
   */
  onPayment: (order: IotPayOrder, receipt: NotificationReceipt) => unknown;
  /**
   * A refund or void that succeeded. Without this function they are acknowledged and dropped. They never reach
   * `onPayment`.
   */
  onRefund?: ((order: IotPayOrder, receipt: NotificationReceipt) => unknown) | undefined;
  /**
   * A genuine notification that reports neither a payment nor a refund as done. Without this function a failed order is
   * acknowledged and dropped, and one that is still pending or unknown is turned away as `not_settled`, so that the
   * gateway sends it again.
   */
  onOther?: ((order: IotPayOrder, receipt: NotificationReceipt) => unknown) | undefined;
  /**
   * Called for every notification that is turned away, but not for requests other than POST. Without it,
   * `console.error` gets a line, and no more than a few a minute about unsigned requests. If it throws, the line is
   * written after all.
   */
  onReject?: ((rejection: NotificationRejection) => unknown) | undefined;
  /**
   * Called with the errors of the functions above, for the log. The gateway gets a 500 and no details. Without it,
   * `console.error` gets a line. If it throws, the line is written after all.
   */
  onError?: ((error: unknown, order: IotPayOrder) => unknown) | undefined;
  /** The text that acknowledges a notification; `success` by default. IOTPay's PHP sample says `SUCCESS`. */
  successText?: string | undefined;
  /** The longest body, in bytes; 8,192 by default. A usual notification has about 500. */
  bodyLimit?: number | undefined;
  /**
   * How long `expect` and the function that stores may take together, in milliseconds; 30,000 by default. After that
   * the answer is 500, and the next notification of the same order gets its turn.
   */
  handlerTimeoutMs?: number | undefined;
}

/**
 * A notification that other code has received, such as a function's event, a framework's request or a message of a
 * queue.
 */
export interface NotificationMessage {
  /** `POST` if left out, as with a queue. Any other method is answered 405. */
  readonly method?: string | undefined;
  /** Only the `Content-Length` is read, and only for a body that was parsed already. */
  readonly headers?: NotificationHeaders | undefined;
  /** The body as it arrived, as text or bytes, which is best; or the fields that a parser made of it. */
  readonly body: string | Uint8Array | Readonly<Record<string, unknown>> | null | undefined;
}

/** The ways to receive notifications. All may be taken off the object, and none ever rejects. */
export interface NotificationHandler {
  /** For Fetch-style routes: `export const POST = notifications.fetch` in Next.js, or Hono, Bun, Deno. */
  readonly fetch: (request: Request) => Promise<Response>;
  /**
   * For `node:http` and Express, before or after `express.json()`: `app.post('/notify', notifications.node)`. Before is
   * better, because a number that was sent as `1500.00` is `1500` once another parser has read it.
   */
  readonly node: (request: NodeRequest, response: ServerResponse) => Promise<void>;
  /**
   * For everything else, such as Fastify, Koa, AWS Lambda or a queue. Takes the message that was received, and returns
   * the answer to send.
   *
   * @example
   * // AWS Lambda, whose bodies may be base64
   * const body = event.isBase64Encoded ? Buffer.from(event.body, 'base64') : event.body;
   * const { status, headers, body: text } = await notifications.receive({ method, headers: event.headers, body });
   * return { statusCode: status, headers, body: text };
   */
  readonly receive: (message: NotificationMessage) => Promise<NotificationAnswer>;
}
