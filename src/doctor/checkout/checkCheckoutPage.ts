import { type Finding, failed, passed, unknown } from '../finding';
import { isHtml, isRedirect, request, shown, type WebResult } from '../http/request';
import type { DoctorSettings } from '../settings';
import { checkHostedScript } from './checkHostedScript';
import { checkPolicy, type LoadedPage } from './checkPolicy';

const mostRedirects = 5;

/** Loads the page that shows the card form, and looks at its policy and its scripts as they stand in the HTML. */
export async function checkCheckoutPage(settings: DoctorSettings): Promise<Finding[]> {
  const { checkoutUrl, baseUrl } = settings;
  if (checkoutUrl === undefined) return [unknown('checkoutPage', 'None was given.', 'Give --checkout-url.')];
  if (!URL.canParse(checkoutUrl) || !/^https?:$/.test(new URL(checkoutUrl).protocol)) {
    const message = 'It must be an http or https address.';
    return [failed('checkoutPage', 'checkout_page_invalid', message, 'Give the whole address.')];
  }
  const loaded = await load(checkoutUrl, settings.timeoutMs);
  const { answer, url } = loaded;
  if ('failure' in answer) {
    const message = `The connection to ${shown(url)} failed: ${answer.failure.message}.`;
    return [failed('checkoutPage', 'checkout_page_unreachable', message, 'Is the shop running?')];
  }
  if (answer.status !== 200 || !isHtml(answer)) {
    const message = `${shown(url)} answers ${answer.status}${isHtml(answer) ? '' : ', and not with HTML'}.`;
    const advice =
      'Give the address of the page that shows the card form, as a customer opens it without a login.';
    return [failed('checkoutPage', 'checkout_page_failing', message, advice)];
  }
  const page = new URL(url);
  const again = await request(url, htmlPlease, settings.timeoutMs);
  const second = 'failure' in again ? undefined : pageOf(again);
  return [
    passed('checkoutPage', `${shown(url)} answers.`),
    ...checkPolicy(pageOf(answer), second, page, baseUrl),
    await checkHostedScript(answer.text, page, settings),
  ];
}

const htmlPlease = { headers: { Accept: 'text/html' } };

function pageOf({ text, headers }: { text: string; headers: Headers }): LoadedPage {
  return { html: text, policy: headers.get('Content-Security-Policy') ?? undefined };
}

async function load(address: string, timeoutMs: number): Promise<{ answer: WebResult; url: string }> {
  let url = address;
  for (let redirects = 0; ; redirects += 1) {
    const answer = await request(url, htmlPlease, timeoutMs);
    const target = 'failure' in answer || !isRedirect(answer) ? undefined : answer.headers.get('Location');
    if (!target || redirects === mostRedirects || !URL.canParse(target, url)) return { answer, url };
    url = new URL(target, url).href;
  }
}
