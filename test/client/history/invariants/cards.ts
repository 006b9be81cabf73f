import { expectedStatus } from '../model/expectedStatus';
import {
  currentRequest,
  isUndecided,
  isUsedInAMode,
  mustBeNoticed,
  paymentOf,
  requestsOf,
} from '../model/facts';
import type { Evidence } from '../page/evidence';
import { elementAt } from '../page/openPage';
import { places, sessionOf, type SeenCard, type Place } from '../page/pageView';
import type { ShopRequest } from '../page/shopServer';
import type { Invariant } from './invariants';

/** Sentences that promise that no money was taken, in the library's languages. */
const notCharged =
  /not been charged|nothing was charged|aucun montant|pas été débit|未被扣款|没有扣款|未扣款/i;

const isWhatFailed = ({ answer, signal }: ShopRequest) =>
  answer ? answer === 'error' || answer === 'nonsense' : signal.aborted;

function text(evidence: Evidence, place: Place, card: SeenCard): string[] {
  if (!notCharged.test(elementAt(place)?.textContent ?? '')) return [];
  const what = `the ${place} card says that nothing was charged`;
  const payment = evidence.commits[place]?.payment;
  if (payment && evidence.sdk.shown.has(payment))
    return [`${what}, but the form of ${payment} has been on the page`];
  const session = sessionOf(card);
  const request = session && currentRequest(evidence, session);
  return request && isWhatFailed(request) ? [`${what}, but the request for ${session} is what failed`] : [];
}

/** A payment that was made, or may have been, offers no other try. */
function buttons(evidence: Evidence, place: Place, card: SeenCard): string[] {
  const payment = evidence.commits[place]?.payment;
  const outcome = payment && evidence.sdk.outcomes.get(payment);
  const count = elementAt(place)?.querySelectorAll('button').length ?? 0;
  if ((outcome === 'success' || outcome === 'unknown') && count)
    return [`the ${place} card offers another try of ${payment}, whose outcome is ${outcome}`];
  const session = sessionOf(card);
  if (outcome === 'failed' && session && !isUndecided(evidence, session) && count !== 1)
    return [`the ${place} card has ${count} buttons after a decline`];
  return [];
}

const statusAt = (place: Place) =>
  elementAt(place)?.querySelector<HTMLElement>('[data-status]')?.dataset.status ?? 'nothing';

function status(evidence: Evidence, place: Place, card: SeenCard): string[] {
  if (card.shown.by === 'sessionAlone') return [];
  const expected: string[] = expectedStatus(evidence, card);
  return expected.includes(statusAt(place))
    ? []
    : [`the ${place} card is ${statusAt(place)} instead of ${expected.join(' or ') || 'opening its form'}`];
}

/** A session that is wanted was asked for, stands by the right secureId, and is renewed after its hour. */
function session(evidence: Evidence, place: Place, card: SeenCard): string[] {
  const name = sessionOf(card);
  const seen = evidence.commits[place]?.session;
  if (!name || !seen) return [];
  const request = currentRequest(evidence, name);
  if (!request) return [`no component asked the server for ${name}`];
  const decided = requestsOf(evidence, name).filter((one) =>
    ['success', 'unknown'].includes(evidence.sdk.outcomes.get(paymentOf(one) ?? '') ?? ''),
  );
  if (decided.length && !decided.some(({ secureId }) => secureId === seen.secureId))
    return [`the session ${name} does not stand by the secureId that was paid, or may have been`];
  const payment = paymentOf(request);
  const isOpen = payment && !isUsedInAMode(evidence, request.secureId ?? '') && !isUndecided(evidence, name);
  const mustBeRenewed = isOpen && !evidence.isInBackground && mustBeNoticed(evidence, request);
  return mustBeRenewed && statusAt(place) === 'ready'
    ? [`the ${place} card keeps the untouched form of ${payment} after its hour`]
    : [];
}

/** Each card says only facts. */
export const cards: Invariant = (evidence) =>
  places.flatMap((place) => {
    const card = evidence.view.cards[place];
    if (!card || !evidence.commits[place]) return [];
    return [text, buttons, status, session].flatMap((judge) => judge(evidence, place, card));
  });
