import type { IotPayMode } from 'react-iotpay';
import type { Evidence } from '../page/evidence';
import type { HostedForm } from '../page/hostedSdk';
import { paymentName, sessionOf, type SeenCard } from '../page/pageView';
import { currentRequest, formsOf, isHeld, isPerhapsOver, paymentOf, requestsOf } from './facts';

export type CardStatus = 'idle' | 'loading' | 'ready' | 'settled' | 'failed';

const formTimeoutMs = 15_000;

/** How far a form must have come if it was not taken off the page meanwhile. */
function statusOfForm(evidence: Evidence, form: HostedForm): CardStatus[] {
  const { payment, frame, attachments, loaded, mountedAt, waitedTwice, threw } = form;
  if (threw) return ['failed'];
  const isTouched = evidence.touched.has(payment);
  if (frame?.isConnected && loaded) return ['ready'];
  if (isTouched && (attachments > 1 || !frame?.isConnected)) return ['ready', 'loading', 'failed'];
  // A form that loads once more may count as ready meanwhile.
  if (form.hasLoaded) return ['ready', 'loading', 'failed'];
  // A form that was taken off the page, or tried again, may wait once more.
  if (waitedTwice || attachments > 1) return ['loading', 'failed'];
  const waited = performance.now() - mountedAt.ticks;
  if (isTouched) return waited < formTimeoutMs + 500 ? ['loading', 'ready'] : ['ready'];
  if (Math.abs(waited - formTimeoutMs) < 500) return ['loading', 'failed'];
  return waited < formTimeoutMs ? ['loading'] : ['failed'];
}

/** The status of a card while its script is on its way, or can't be loaded. */
function statusOfScript({ script }: Evidence): CardStatus[] {
  if (script.isLoading) return script.hasFailed ? ['loading', 'failed'] : ['loading'];
  return ['failed'];
}

function statusOfPayment(evidence: Evidence, payment: string): CardStatus[] {
  if (evidence.sdk.outcomes.has(payment)) return ['settled'];
  const form = formsOf(evidence, payment).at(-1);
  if (form) return statusOfForm(evidence, form);
  // With the script here, a card that has a payment must have opened it.
  return evidence.script.isLoaded ? [] : statusOfScript(evidence);
}

/** A session that is asked once more goes back to an earlier secureId whose form the customer has entered. */
const statusOfEntered = (evidence: Evidence, session: string): CardStatus[] =>
  requestsOf(evidence, session)
    .flatMap((request) => paymentOf(request) ?? [])
    .filter((payment) => evidence.touched.has(payment))
    .flatMap((payment) => statusOfPayment(evidence, payment));

function statusOfSession(evidence: Evidence, session: string): CardStatus[] {
  const { script } = evidence;
  const request = currentRequest(evidence, session);
  if (!request) return [];
  const loading: CardStatus[] = script.hasFailed && !script.isLoaded ? ['loading', 'failed'] : ['loading'];
  if (!request.answer) return request.signal.aborted ? ['failed'] : loading;
  if (request.answer === 'paid' || request.answer === 'unknown')
    return request.cameTooLate ? ['failed', 'settled'] : ['settled'];
  const payment = paymentOf(request);
  if (!payment) return ['failed', ...statusOfEntered(evidence, session)];
  const isOpen = !evidence.sdk.outcomes.has(payment) && !isHeld(evidence, payment);
  if (isOpen && isPerhapsOver(request)) return ['loading', 'ready', 'failed'];
  return [...statusOfPayment(evidence, payment), ...statusOfEntered(evidence, session)];
}

function statusOfString(evidence: Evidence, secureId: string, mode: IotPayMode): CardStatus[] {
  const payment = paymentName(mode, secureId);
  const expected = statusOfPayment(evidence, payment);
  const isFromSession = evidence.server.requests.some((request) => request.secureId === secureId);
  const isUnused = !evidence.sdk.outcomes.has(payment) && !isHeld(evidence, payment);
  // The page knows this secureId from a session, so it may refuse to show it once it was replaced or its hour is over.
  return isFromSession && isUnused ? [...expected, 'failed'] : expected;
}

/** The states that a connected card may be in, by all that has happened. */
export function expectedStatus(evidence: Evidence, card: SeenCard): CardStatus[] {
  const { shown, mode } = card;
  const { script } = evidence;
  if (shown.by === 'null' || shown.by === 'switchedOff') return ['idle'];
  if (shown.by === 'undefined')
    return script.hasFailed && !script.isLoaded ? ['loading', 'failed'] : ['loading'];
  if (shown.by === 'string') return statusOfString(evidence, shown.secureId, mode);
  const session = sessionOf(card);
  return session ? statusOfSession(evidence, session) : [];
}
