import { redirectUrlOf } from '../../contract/urls';
import { type Finding, failed, passed, unknown } from '../finding';
import { madeUpOrderNo } from '../gateway/madeUp';
import { isRedirect, request, shown } from '../http/request';
import type { DoctorSettings } from '../settings';

/** Goes where the gateway would send the customer after a declined payment, with the same query. */
export async function checkReturnUrl({ returnUrl, timeoutMs }: DoctorSettings): Promise<Finding> {
  if (returnUrl === undefined) return unknown('returnUrl', 'None was given.', 'Give --return-url.');
  if (!URL.canParse(returnUrl) || !/^https?:$/.test(new URL(returnUrl).protocol) || returnUrl.length > 200) {
    const message = 'It must be an http or https address of at most 200 characters.';
    return failed('returnUrl', 'return_url_invalid', message, 'IOTPay refuses a payment with another one.');
  }
  const added = { retCode: 'FAIL', retMsg: 'iotpay doctor', mchOrderNo: madeUpOrderNo() };
  const url = redirectUrlOf(returnUrl, added);
  const answer = await request(url, { headers: { Accept: 'text/html' } }, timeoutMs);
  const where = shown(url);
  if ('failure' in answer) {
    const message = `The connection to ${where} failed: ${answer.failure.message}.`;
    const advice =
      'Customers are sent there after they paid: it must be a page of the shop that everybody reaches.';
    return failed('returnUrl', 'return_url_unreachable', message, advice);
  }
  const { status, headers } = answer;
  if (isRedirect(answer)) return judgeRedirect(headers.get('Location') ?? '', url, added.mchOrderNo);
  if (status === 401 || status === 403) return unknown('returnUrl', `${where} wants a login (${status}).`);
  if (status >= 400) {
    const advice =
      'Open the address in a browser. The page must show an order that nobody knows without failing.';
    return failed('returnUrl', 'return_url_failing', `${where} answers ${status}.`, advice);
  }
  return passed('returnUrl', `${where} answers.`);
}

/** A redirect may keep the query that the gateway added, or lose it. */
function judgeRedirect(location: string, from: string, mchOrderNo: string): Finding {
  const target = URL.canParse(location, from) ? new URL(location, from) : undefined;
  if (target?.searchParams.get('mchOrderNo') === mchOrderNo) {
    return passed('returnUrl', `It leads on to ${shown(target.href)}, with all that the gateway added.`);
  }
  return failed(
    'returnUrl',
    'return_url_redirects',
    `It redirects${target ? ` to ${shown(target.href)}` : ''} and loses what the gateway adds to the address.`,
    'Give the final address, or keep the query: the page needs mchOrderNo to ask your server how the payment ended.',
  );
}
