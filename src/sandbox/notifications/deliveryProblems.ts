import type { DeliveryAttempt } from '../consoleApi/notifications';
import { isAcknowledged } from './postNotification';

/** The problems with a shop's answer to a notification, in words. An acknowledged one has none. */
export function deliveryProblems(notifyUrl: string, attempt: DeliveryAttempt): string[] {
  if (isAcknowledged(attempt)) return [];
  const { httpStatus, answer = '', contentType = '', error } = attempt;
  if (error !== undefined) return [describeError(notifyUrl, error)];
  const status = httpStatus ?? 0;
  if (status === 404) {
    return ['notifyUrl answered 404: the shop has no route there for POST. Check the path of notifyUrl.'];
  }
  if (status === 405) return ['notifyUrl answered 405: the route does not take POST.'];
  if (status >= 300 && status < 400) {
    return [
      `notifyUrl answered with a redirect (${status}), which the gateway does not follow. Give the address it leads to.`,
    ];
  }
  if (status === 401 || status === 403) {
    return [
      `notifyUrl answered ${status}: the shop turned the message away. Log-in or CSRF checks must not stand before it.`,
    ];
  }
  if (status >= 500) return [`notifyUrl answered ${status}: the shop failed while it handled the message.`];
  if (status !== 200)
    return [`notifyUrl answered ${status}; only 200 with the text "success" ends the matter.`];
  if (/html/i.test(contentType) || /^\s*</.test(answer)) {
    return [
      'notifyUrl answered with an HTML page, not the text "success": probably a page catches every path.',
    ];
  }
  return [
    answer.trim() === ''
      ? 'notifyUrl answered 200 without a text; it must be "success".'
      : 'notifyUrl answered 200, but its text is not "success".',
  ];
}

function describeError(notifyUrl: string, error: string): string {
  if (/ECONNREFUSED/.test(error)) return `Nothing listens at notifyUrl: is the shop running? (${error})`;
  if (/ENOTFOUND|EAI_AGAIN/.test(error)) return `The host of notifyUrl is not known here. (${error})`;
  if (/no answer within/.test(error)) return `The shop did not answer in time: ${error}.`;
  if (/not on this computer/.test(error)) {
    return `${error}: the sandbox sends only to this computer and to hosts that it trusts. Name the host with --trust, or use localhost.`;
  }
  return `notifyUrl could not be reached: ${error} (${new URL(notifyUrl).host})`;
}
