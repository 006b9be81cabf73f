import { asRecord } from '../../contract/wire';
import { type Finding, failed, passed, unknown } from '../finding';
import { parseObject } from '../http/parseObject';
import { request, shown } from '../http/request';
import type { DoctorSettings } from '../settings';
import { type Notification, postNotification } from './sampleNotification';

/**
 * Sends the notification of a payment that the shop knows twice more, and once with another amount. Only for the sandbox, which has the
 * key and no money.
 */
export async function checkGenuineNotification(settings: DoctorSettings): Promise<Finding[]> {
  const { environment, notifyUrl, merchantKey, timeoutMs } = settings;
  if (environment !== 'sandbox' || notifyUrl === undefined) return [];
  const paid = await lastPaidOrder(settings, notifyUrl);
  if (!paid) {
    const advice = 'Pay an order of your shop in the sandbox, then run the doctor again.';
    return [unknown('notifyUrlGenuine', 'The sandbox has no payment that was reported there.', advice)];
  }
  const send = (changes: Notification = {}) =>
    postNotification(notifyUrl, { ...paid, ...changes }, merchantKey, timeoutMs);
  const answers = [await send(), await send()];
  const isAcknowledged = answers.every(
    (answer) => 'text' in answer && answer.status === 200 && answer.text.trim().toLowerCase() === 'success',
  );
  const genuine = isAcknowledged
    ? passed(
        'notifyUrlGenuine',
        `${shown(notifyUrl)} acknowledges a payment's notification each time it comes.`,
      )
    : failed(
        'notifyUrlGenuine',
        'notify_url_not_idempotent',
        `The notification of ${paid.mchOrderNo ?? 'a payment'} came again and was not acknowledged.`,
        'A notification can come any number of times: answer each with 200 and the plain text success, and do its work once.',
      );
  const other = await send({ amount: Number(paid.amount) + 1 });
  if ('failure' in other)
    return [genuine, unknown('notifyUrlAmount', `No answer: ${other.failure.message}.`)];
  const amount =
    other.status >= 400 && other.status < 500
      ? passed('notifyUrlAmount', `Another amount than was ordered is refused with ${other.status}.`)
      : failed(
          'notifyUrlAmount',
          'notify_url_accepts_amount',
          `A notification with another amount than was ordered is answered with ${other.status}.`,
          'Compare mchId, mchOrderNo, amount and currency with the order: createNotificationHandler does with expect.',
        );
  return [genuine, amount];
}

/** The newest paid order whose notification went to this address, as the sandbox sent it. */
async function lastPaidOrder(
  { baseUrl, timeoutMs }: DoctorSettings,
  notifyUrl: string,
): Promise<Notification | undefined> {
  const answer = await request(`${baseUrl}/_sandbox/notifications`, {}, timeoutMs);
  if ('failure' in answer || answer.status !== 200) return undefined;
  const { notifications } = parseObject(answer.text) ?? {};
  const records = Array.isArray(notifications) ? notifications.map(asRecord) : [];
  const bodies = records
    .filter((record) => record.notifyUrl === notifyUrl)
    .map(({ body }) => asRecord(body) as Record<string, string | number>);
  const paid = bodies.find(({ status, payType }) => payType === 'pay' && (status === 2 || status === 3));
  if (!paid) return undefined;
  return Object.fromEntries(Object.entries(paid).filter(([name]) => name !== 'sign'));
}
