import type { ServerResponse } from 'node:http';
import type { IotPayOrder } from '../../contract/order';
import type { IotPay } from '../gateway/createIotPay';
import type { NotificationHeaders } from './body/givenBody';
import type { NodeRequest } from './body/nodeBody';
import type { NotificationAnswer, NotificationReceipt, NotificationRejection } from './notificationOutcome';

/** What the shop ordered, for the library to compare. */
export interface ExpectedOrder {
  /** Whole cents: a number, a bigint, or their digits as text, which is what some databases give for an integer (`'2434'`). */
  readonly amount: number | bigint | string;
  /** `'CAD'` by default. */
  readonly currency?: string | undefined;
  /** Only needed where the order was not looked up by it. */
  readonly mchOrderNo?: string | undefined;
}

/** Finds what was ordered under `order.mchOrderNo`: null or undefined if nothing was. */
export type FindExpectedOrder = (
  order: IotPayOrder,
) => ExpectedOrder | null | undefined | Promise<ExpectedOrder | null | undefined>;

/** What `createNotificationHandler` needs. Functions may be async; the gateway's answer waits for them. */
export interface NotificationOptions {
  /** What `createIotPay` returned: its keys verify, its `mchId` must be the notification's. */
  iotpay: Pick<IotPay, 'mchId' | 'checkSignature'>;
  /**
   * What the shop ordered under this number; null or undefined if nothing. A payment that differs in amount, currency or number
   * is turned away before `onPayment`. If it throws, or returns an amount that is none, the answer is 500 and the notification comes again.
   *
   * `false` does without: `onPayment` is then told of every payment that the gateway signed, whatever its amount, and has to compare by itself.
   */
  expect: FindExpectedOrder | false;
  /**
   * Stores that an order is paid. The gateway gets its `success` only once this has resolved; if it throws, the answer is 500 and the
   * notification comes again. It may be told the same payment any number of times, by several processes at once, and again while
   * a run that took too long still goes on: be idempotent on `payOrderId`. In one process of Node, Deno or Bun notifications of the same
   * `payOrderId` are handled one after the other.
   */
  onPayment: (order: IotPayOrder, receipt: NotificationReceipt) => unknown;
  /** A refund or void that succeeded. Without it they are acknowledged and dropped: they never reach `onPayment`. */
  onRefund?: ((order: IotPayOrder, receipt: NotificationReceipt) => unknown) | undefined;
  /**
   * A genuine notification that reports neither a payment nor a refund as done. Without it a failed order is acknowledged and dropped, and
   * one that is still pending or unknown is turned away as `not_settled`, so that the gateway comes back.
   */
  onOther?: ((order: IotPayOrder, receipt: NotificationReceipt) => unknown) | undefined;
  /**
   * Told of every notification that is turned away, but not of requests that are no POST. Without it `console.error` gets a line, and no more
   * than a few a minute about unsigned requests. If it throws, the line is written after all.
   */
  onReject?: ((rejection: NotificationRejection) => unknown) | undefined;
  /**
   * Told of what the functions above throw, for the log; the gateway is answered 500 and nothing else. Without it `console.error` gets a line.
   * If it throws, the line is written after all.
   */
  onError?: ((error: unknown, order: IotPayOrder) => unknown) | undefined;
  /** What acknowledges a notification; `success` by default. IOTPay's PHP sample says `SUCCESS`. */
  successText?: string | undefined;
  /** The longest body, in bytes; 8,192 by default. A usual notification has about 500. */
  bodyLimit?: number | undefined;
  /**
   * In milliseconds: how long `expect` and the function that stores may take together; 30,000 by default. After that the answer is 500, and the
   * next notification of the same order gets its turn.
   */
  handlerTimeoutMs?: number | undefined;
}

/** A notification that something else has received: a function's event, a framework's request, a message of a queue. */
export interface NotificationMessage {
  /** `POST` if left out, as with a queue. Anything else is answered 405. */
  readonly method?: string | undefined;
  /** Only the `Content-Length` is read, and only for a body that a parser has read. */
  readonly headers?: NotificationHeaders | undefined;
  /** The body as it arrived, text or bytes, which is best; or the fields that a parser made of it. */
  readonly body: string | Uint8Array | Readonly<Record<string, unknown>> | null | undefined;
}

/** The ways to receive notifications. All may be taken off the object, and none ever rejects. */
export interface NotificationHandler {
  /** For Fetch-style routes: `export const POST = notifications.fetch` in Next.js, or Hono, Bun, Deno. */
  readonly fetch: (request: Request) => Promise<Response>;
  /**
   * For `node:http` and Express, before or after `express.json()`: `app.post('/notify', notifications.node)`. Before is
   * better: a number that was sent as `1500.00` is no longer itself once another parser has read it.
   */
  readonly node: (request: NodeRequest, response: ServerResponse) => Promise<void>;
  /**
   * For everything else, such as Fastify, Koa, AWS Lambda or a queue: takes what was received and gives what to answer.
   *
   * @example
   * // AWS Lambda, whose bodies may be base64
   * const body = event.isBase64Encoded ? Buffer.from(event.body, 'base64') : event.body;
   * const { status, headers, body: text } = await notifications.receive({ method, headers: event.headers, body });
   * return { statusCode: status, headers, body: text };
   */
  readonly receive: (message: NotificationMessage) => Promise<NotificationAnswer>;
}
