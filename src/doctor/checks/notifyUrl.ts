import { isLoopback } from '../../contract/urls';
import { type Finding, failed, passed, unknown } from '../finding';
import { madeUpKey } from '../gateway/madeUp';
import { isHtml, isRedirect, request, shown, type WebAnswer } from '../http/request';
import type { DoctorSettings } from '../settings';
import { postNotification, sampleNotification } from './sampleNotification';

const longestUrl = 200;

/**
 * Posts a forged notification to the shop, for an order that can't exist and with an invented key, as any attacker on the internet can.
 * In production it only looks whether a server answers.
 */
export async function checkNotifyUrl(settings: DoctorSettings): Promise<Finding[]> {
  const { notifyUrl, environment, timeoutMs } = settings;
  if (notifyUrl === undefined) {
    return [unknown('notifyUrl', 'None was given.', 'Give --notify-url.')];
  }
  const wrong = refuseAddress(notifyUrl, environment);
  if (wrong) return [wrong];
  const isReadOnly = environment === 'production';
  const answer = isReadOnly
    ? await request(notifyUrl, { method: 'GET' }, timeoutMs)
    : await postNotification(notifyUrl, sampleNotification(settings), madeUpKey(), timeoutMs);
  if ('failure' in answer) {
    const message = `The connection to ${shown(notifyUrl)} failed: ${answer.failure.message}.`;
    const advice = "IOTPay must reach it from the internet. Is the shop's server running?";
    return [failed('notifyUrl', 'notify_url_unreachable', message, advice)];
  }
  if (isReadOnly) return judgeReading(answer, notifyUrl);
  const problem = judgePlace(answer, notifyUrl);
  if (problem) return [problem];
  return [passed('notifyUrl', `${shown(notifyUrl)} answers.`), judgeForged(answer)];
}

function refuseAddress(notifyUrl: string, environment: DoctorSettings['environment']): Finding | undefined {
  const { protocol, hostname } = URL.canParse(notifyUrl)
    ? new URL(notifyUrl)
    : { protocol: '', hostname: '' };
  if (!/^https?:$/.test(protocol) || notifyUrl.length > longestUrl) {
    const message = `It must be an http or https address of at most ${longestUrl} characters.`;
    return failed('notifyUrl', 'notify_url_invalid', message, 'IOTPay refuses a payment with another one.');
  }
  if (environment === 'sandbox' || !isLoopback(hostname)) return undefined;
  const advice = 'Use a public address, or a tunnel to this computer while you develop.';
  return failed('notifyUrl', 'notify_url_local', `IOTPay can't reach ${hostname}.`, advice);
}

/** In production the doctor reads only. A GET shows little: a redirect, or that a server answers. */
function judgeReading(answer: WebAnswer, notifyUrl: string): Finding[] {
  const place = isRedirect(answer)
    ? redirects(answer, notifyUrl)
    : unknown('notifyUrl', `${shown(notifyUrl)} answers a GET with ${answer.status}.`);
  const advice = 'Run the doctor against development, with the same shop.';
  return [place, unknown('notifyUrlForged', 'No notification is sent in production.', advice)];
}

/** The problems with the address itself, before a notification is posted there. */
function judgePlace(answer: WebAnswer, notifyUrl: string): Finding | undefined {
  const { status, headers } = answer;
  const where = shown(notifyUrl);
  const fail = (code: string, message: string, advice: string) => failed('notifyUrl', code, message, advice);
  if (isRedirect(answer)) return redirects(answer, notifyUrl);
  if (status === 404 || status === 410) {
    const advice =
      'Is the route mounted there, and does it take POST? It must look at the signature before the order.';
    return fail('notify_url_not_found', `${where} answers ${status}.`, advice);
  }
  if (status === 405)
    return fail('notify_url_no_post', `${where} does not take POST.`, 'Let the route take POST.');
  if (headers.has('WWW-Authenticate')) {
    const advice = 'Exempt it from the login: IOTPay has no password of yours. The signature protects it.';
    return fail('notify_url_login', `${where} asks for a login.`, advice);
  }
  if (isHtml(answer)) {
    const advice =
      'A page for people answers there: a firewall, a login, or the single-page app instead of its server.';
    return fail('notify_url_html', `${where} answers with HTML (${status}).`, advice);
  }
  if (status >= 500) {
    const advice = 'Look at the log of the shop. What stands before the handler must leave the body alone.';
    return fail('notify_url_error', `${where} fails with ${status}.`, advice);
  }
  return undefined;
}

function redirects({ status, headers }: WebAnswer, notifyUrl: string): Finding {
  const target = headers.get('Location') ?? '';
  const to = URL.canParse(target, notifyUrl) ? ` to ${shown(new URL(target, notifyUrl).href)}` : '';
  const advice =
    'Give IOTPay the final address: with https, and with or without the slash at its end, as the shop has it.';
  return failed('notifyUrl', 'notify_url_redirects', `It redirects${to} (${status}).`, advice);
}

function judgeForged({ status, text }: WebAnswer): Finding {
  if (status >= 400) return passed('notifyUrlForged', `A forged notification is refused with ${status}.`);
  const isAccepted = text.trim().toLowerCase() === 'success';
  return failed(
    'notifyUrlForged',
    isAccepted ? 'notify_url_accepts_forgery' : 'notify_url_not_refusing',
    `A forged notification is ${isAccepted ? 'acknowledged' : 'not refused'} with ${status}.`,
    'Anybody could report a payment. Verify the sign before anything else, and answer 401: createNotificationHandler does.',
  );
}
