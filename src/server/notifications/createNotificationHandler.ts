import type { IotPayOrder } from '../../contract/order';
import { IotPayError } from '../../contract/error';
import type { SignParams } from '../signing/canonical';
import { createLine } from './inTurn';
import { authenticate, compare, kindOf, reject } from './judgeNotification';
import { type LimitedText, readLimitedText } from '../limitedText';
import { type NodeBody, readNodeBody } from './nodeBody';
import type {
  NotificationHandler,
  NotificationOptions,
  NotificationReceipt,
  NotificationRejection,
} from './notification';
import { readNotificationFields } from './notificationFields';

interface Reply {
  readonly status: number;
  readonly text: string;
}

/**
 * Receives the gateway's notifications (gateway contract, section 4): verifies them, hands paid orders to `onPayment`, and
 * acknowledges only what the shop has stored.
 *
 * @throws IotPayError `invalid_config` for a bad `successText` or `bodyLimit`.
 * @example
 * const notifications = createNotificationHandler({ iotpay, expect: findOrder, onPayment: markPaid });
 * export const POST = notifications.fetch; // or: app.post('/iotpay/notify', notifications.node)
 */
export function createNotificationHandler(options: NotificationOptions): NotificationHandler {
  const { iotpay, successText = 'success', bodyLimit = 64 * 1024 } = options;
  checkSettings(successText, bodyLimit);
  const inTurn = createLine();

  function answerBody(body: NodeBody): Promise<Reply> {
    if ('fields' in body) return answerFields(body.fields);
    if ('fault' in body) return turnAway(describeFault(body.fault, bodyLimit));
    const read = readNotificationFields(body.text);
    return 'fields' in read ? answerFields(read.fields) : turnAway(reject('malformed', read.malformed));
  }

  async function answerFields(fields: SignParams): Promise<Reply> {
    const authenticated = authenticate(fields, iotpay);
    if ('rejection' in authenticated) return turnAway(authenticated.rejection);
    const { order, receipt } = authenticated;
    try {
      const rejection = await inTurn(order.payOrderId, () => deliver(options, order, receipt));
      return rejection ? await turnAway(rejection) : { status: 200, text: successText };
    } catch (error) {
      await ignoringErrors(() => options.onError?.(error, order));
      return { status: 500, text: 'not stored, send it again' };
    }
  }

  async function turnAway(rejection: NotificationRejection): Promise<Reply> {
    await ignoringErrors(() => options.onReject?.(rejection));
    return { status: rejection.status, text: 'rejected' };
  }

  return Object.freeze({
    async fetch(request: Request) {
      const reply =
        request.method === 'POST' ? await answerBody(await readRequest(request, bodyLimit)) : notAllowed;
      return new Response(reply.text, { status: reply.status, headers: allowOf(reply) });
    },
    async node(request, response) {
      const reply =
        request.method === 'POST' ? await answerBody(await readNodeBody(request, bodyLimit)) : notAllowed;
      if (response.headersSent) return;
      // What is left of a body that was given up must not be taken for the next request.
      if (!request.complete) response.setHeader('Connection', 'close');
      for (const [name, value] of Object.entries(allowOf(reply))) response.setHeader(name, value);
      response.statusCode = reply.status;
      // Node adds the length by itself. A Content-Type would cost as much time as the signature, for one word that a program reads.
      response.end(reply.text);
    },
  } satisfies NotificationHandler);
}

const notAllowed: Reply = { status: 405, text: 'only POST' };

const allowOf = ({ status }: Reply) => (status === 405 ? { Allow: 'POST' } : {});

/** Hands a genuine order to the shop, unless it is to be turned away after all. */
async function deliver(
  options: NotificationOptions,
  order: IotPayOrder,
  receipt: NotificationReceipt,
): Promise<NotificationRejection | undefined> {
  switch (kindOf(order)) {
    case 'paid': {
      const difference = options.expect && compare(order, await options.expect(order));
      if (!difference) await options.onPayment(order, receipt);
      return difference;
    }
    case 'refunded':
      await options.onRefund?.(order, receipt);
      return undefined;
    case 'dead':
      await options.onOther?.(order, receipt);
      return undefined;
    case 'open':
      if (!options.onOther) return reject('not_settled', 'The order is neither paid nor failed yet.', order);
      await options.onOther(order, receipt);
      return undefined;
  }
}

async function readRequest(request: Request, limit: number): Promise<LimitedText | { fault: 'broken_off' }> {
  if (Number(request.headers.get('content-length')) > limit) return { fault: 'too_large' };
  try {
    return await readLimitedText(request.body, limit);
  } catch {
    return { fault: 'broken_off' };
  }
}

function describeFault(fault: 'too_large' | 'not_utf8' | 'broken_off', limit: number): NotificationRejection {
  if (fault === 'too_large') return reject('too_large', `The body is longer than ${limit} bytes.`);
  if (fault === 'not_utf8') return reject('malformed', 'The body is not UTF-8.');
  return reject(
    'malformed',
    'The body could not be read: it broke off, or something else has read it before.',
  );
}

/** For the shop's own hooks: what they throw must neither change the answer nor be lost as an unhandled rejection. */
async function ignoringErrors(hook: () => unknown): Promise<void> {
  try {
    await hook();
  } catch {
    // The hook is the shop's last resort for errors; there is nobody left to tell.
  }
}

function checkSettings(successText: string, bodyLimit: number): void {
  if (successText.trim() === '') throw new IotPayError('invalid_config', 'successText must not be blank.');
  if (!Number.isInteger(bodyLimit) || bodyLimit < 1) {
    throw new IotPayError('invalid_config', 'bodyLimit must be a whole number of bytes above 0.');
  }
}
