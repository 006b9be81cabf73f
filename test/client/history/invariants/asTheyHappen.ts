import { formsOf, isPerhapsOver, isSurelyOver, isUndecided, paymentOf, requestsOf } from '../model/facts';
import type { Evidence } from '../page/evidence';
import type { HostedForm } from '../page/hostedSdk';
import { places, sessionOf } from '../page/pageView';
import type { ShopRequest } from '../page/shopServer';

/** Judges a request for a secureId at the moment it is made. */
export function judgeRequest(evidence: Evidence, { session }: ShopRequest): string[] {
  const earlier = requestsOf(evidence, session);
  const reason = evidence.mayAsk.get(session);
  evidence.mayAsk.delete(session);
  if (!places.some((place) => sessionOf(evidence.view.cards[place]) === session))
    return [`the server was asked for ${session}, which no card has`];
  if (isUndecided(evidence, session))
    return [`the server was asked again for ${session}, which is paid or undecided`];
  if (earlier.some(({ answer, signal }) => !answer && !signal.aborted))
    return [`two requests for ${session} are under way`];

  const last = earlier.at(-1);
  if (!last) return [];
  const payment = paymentOf(last);
  if (!payment) {
    const wasAnswered = last.answer === 'unknown' && !last.cameTooLate;
    return reason && !(wasAnswered && reason === 'mounted')
      ? []
      : [`the server was asked again for ${session} without a reason`];
  }
  if (reason === 'asked') return [];
  if (evidence.sdk.outcomes.has(payment))
    return [`the server was asked for another secureId of ${session} before the customer tried again`];
  if (!isPerhapsOver(last))
    return [`the server was asked for a second secureId of ${session} within its hour`];
  return evidence.isInBackground && !reason ? [`${session} was renewed while the page was hidden`] : [];
}

/** Judges a call of `mount()` at the moment it is made. */
export function judgeMount(evidence: Evidence, form: HostedForm): string[] {
  const { payment, secureId, mode } = form;
  const earlier = formsOf(evidence, payment).filter((other) => other !== form);
  const wrong: string[] = [];
  if (evidence.sdk.outcomes.has(payment)) wrong.push(`${payment} was opened again after its outcome`);
  if (earlier.length) {
    if (evidence.sdk.shown.has(payment) && !earlier.at(-1)?.threw)
      wrong.push(`${payment} was mounted again though its form had been on the page`);
    else if (!evidence.mayMountAgain.delete(payment))
      wrong.push(`${payment} was mounted again though the customer did not retry it`);
  }
  const request = evidence.server.requests.find(
    (other) => other.secureId === secureId && other.mode === mode,
  );
  const isPlain = places.some((place) => {
    const shown = evidence.view.cards[place]?.shown;
    return shown?.by === 'string' && shown.secureId === secureId;
  });
  if (request?.cameTooLate) wrong.push(`${payment} was opened though its request had been given up`);
  if (request && !isPlain && isSurelyOver(request)) wrong.push(`${payment} was opened after its hour`);
  return wrong;
}
