import type { IotPayOrder } from '../../contract/order';
import { authenticate } from './authenticate';
import { describeBodyFault } from './body/bodyFault';
import { readFetchBody } from './body/fetchBody';
import type { NotificationFields } from './body/fieldLimits';
import { readGivenBody } from './body/givenBody';
import { readNodeBody } from './body/nodeBody';
import type { NotificationBody } from './body/notificationBody';
import { checkParsedFields, readNotificationFields } from './body/notificationFields';
import { handToShop } from './handToShop';
import { readSettings } from './handlerSettings';
import type { NotificationHandler, NotificationOptions } from './notification';
import type {
  NotificationAnswer,
  NotificationOutcome,
  NotificationReceipt,
  NotificationRejection,
} from './notificationOutcome';
import { createProblemReports } from './problems/problemReports';
import { reject } from './problems/rejection';
import { type LatestTasks, serializeByKey } from './serializeByKey';
import { withTimeLimit } from './withTimeLimit';

/**
 * Receives the gateway's notifications (docs/gateway-contract.md, section 4). It verifies them, hands paid orders to
 * `onPayment`, and acknowledges only those that the shop has stored.
 *
 * @throws IotPayError `invalid_config` for a missing `expect` or `onPayment`, or a bad `successText`, `bodyLimit` or
 *   `handlerTimeoutMs`.
 * @example
 * const notifications = createNotificationHandler({ iotpay, expect: findOrder, onPayment: markPaid });
 * export const POST = notifications.fetch; // or: app.post('/iotpay/notify', notifications.node)
 */
export function createNotificationHandler(options: NotificationOptions): NotificationHandler {
  const { successText, bodyLimit, handlerTimeoutMs } = readSettings(options);
  const problems = createProblemReports(options, handlerTimeoutMs);
  const latest: LatestTasks = new Map();

  async function answer(
    method: string | undefined,
    readBody: () => NotificationBody | Promise<NotificationBody>,
  ): Promise<NotificationAnswer> {
    if (method?.toUpperCase() !== 'POST') return answerTo(wrongMethod, successText);
    const outcome = await judge(await readBody());
    if (outcome.status === 'rejected') await problems.rejected(outcome.rejection);
    if (outcome.status === 'error') await problems.failed(outcome.error, outcome.order);
    return answerTo(outcome, successText);
  }

  async function judge(body: NotificationBody): Promise<NotificationOutcome> {
    if ('fault' in body) return rejected(describeBodyFault(body.fault, bodyLimit));
    const read = 'text' in body ? readNotificationFields(body.text) : checkParsedFields(body.fields);
    return 'fields' in read ? judgeFields(read) : rejected(reject('malformed', read.malformed));
  }

  async function judgeFields(fields: NotificationFields): Promise<NotificationOutcome> {
    const authenticated = authenticate(fields, options.iotpay, problems.mayDiagnose);
    if ('rejection' in authenticated) return rejected(authenticated.rejection);
    const { order, receipt } = authenticated;
    try {
      return await serializeByKey(latest, order.payOrderId, () => deliverInTime(order, receipt));
    } catch (error) {
      return { status: 'error', error, order };
    }
  }

  function deliverInTime(order: IotPayOrder, receipt: NotificationReceipt): Promise<NotificationOutcome> {
    return withTimeLimit(handlerTimeoutMs, (isOver) => handToShop(options, order, receipt, isOver));
  }

  return Object.freeze({
    receive({ method = 'POST', headers = {}, body }) {
      return answer(method, () => readGivenBody(body, headers, bodyLimit));
    },
    async fetch(request) {
      const { status, headers, body } = await answer(request.method, () => readFetchBody(request, bodyLimit));
      return new Response(body, { status, headers });
    },
    async node(request, response) {
      const { status, headers, body } = await answer(request.method, () => readNodeBody(request, bodyLimit));
      if (response.headersSent) return;
      // A Content-Type would take a seventh of the request's time, for one word that a program reads. Node adds the
      // length itself.
      if (headers.Allow) response.setHeader('Allow', headers.Allow);
      // If the body was given up, its rest must not be taken for the next request.
      if (!request.complete) response.setHeader('Connection', 'close');
      response.statusCode = status;
      response.end(body);
    },
  } satisfies NotificationHandler);
}

const rejected = (rejection: NotificationRejection) => ({ status: 'rejected', rejection }) as const;

const wrongMethod = rejected(reject('wrong_method', 'A notification comes by POST.'));

const plainText = { 'Content-Type': 'text/plain;charset=UTF-8' };

function answerTo(outcome: NotificationOutcome, successText: string): NotificationAnswer {
  switch (outcome.status) {
    case 'rejected': {
      const { status } = outcome.rejection;
      const headers = status === 405 ? { ...plainText, Allow: 'POST' } : plainText;
      return { status, headers, body: status === 405 ? 'only POST' : 'rejected', outcome };
    }
    case 'error':
      return { status: 500, headers: plainText, body: 'not stored, send it again', outcome };
    default:
      return { status: 200, headers: plainText, body: successText, outcome };
  }
}
