import type { Evidence } from '../page/evidence';
import type { HostedForm } from '../page/hostedSdk';
import { ageMs, knownAgeMs, type Moment } from '../page/pageClock';
import { paymentName } from '../page/pageView';
import type { ShopRequest } from '../page/shopServer';

export const hourMs = 3_600_000;

export const formsOf = ({ sdk }: Evidence, payment: string): readonly HostedForm[] =>
  sdk.forms.filter((form) => form.payment === payment);

export const requestsOf = ({ server }: Evidence, session: string): readonly ShopRequest[] =>
  server.requests.filter((request) => request.session === session);

/** The payment in the answer to a request, if the answer was still wanted. */
export const paymentOf = ({ mode, secureId, cameTooLate }: ShopRequest): string | undefined =>
  secureId && !cameTooLate ? paymentName(mode, secureId) : undefined;

const isPaidOrUnknown = ({ sdk }: Evidence, payment: string) =>
  ['success', 'unknown'].includes(sdk.outcomes.get(payment) ?? '');

/** Money was taken for it, or may be at this moment. */
export const isHeld = (evidence: Evidence, payment: string) =>
  isPaidOrUnknown(evidence, payment) ||
  (evidence.touched.has(payment) && !evidence.sdk.outcomes.has(payment));

/** A card may have shown a session's secureId as a plain string in the other mode. */
const inBothModes = (secureId: string) =>
  (['Pay', 'Add'] as const).map((mode) => paymentName(mode, secureId));

export const isHeldInAMode = (evidence: Evidence, secureId: string): boolean =>
  inBothModes(secureId).some((payment) => isHeld(evidence, payment));

/** It has an outcome, or the customer has entered its form. */
export const isUsedInAMode = ({ sdk, touched }: Evidence, secureId: string): boolean =>
  inBothModes(secureId).some((payment) => sdk.outcomes.has(payment) || touched.has(payment));

/** No component may ask for another secureId of this session, because it is paid, or that is unknown. */
export const isUndecided = (evidence: Evidence, session: string): boolean =>
  requestsOf(evidence, session).some((request) => {
    const payment = paymentOf(request);
    return (request.answer === 'paid' && !request.cameTooLate) || (!!payment && isHeld(evidence, payment));
  });

/** The request whose answer the session stands by: one that turned out to be paid or undecided, else the last. */
export function currentRequest(evidence: Evidence, session: string): ShopRequest | undefined {
  const all = requestsOf(evidence, session);
  const decided = all.filter((request) => {
    const payment = paymentOf(request);
    return payment && isPaidOrUnknown(evidence, payment);
  });
  return decided.at(-1) ?? all.at(-1);
}

/** The hour of its secureId may be over, or nearly: the library adds up what its two clocks say, to the millisecond each time. */
export const isPerhapsOver = ({ askedAt, wasOver }: ShopRequest) =>
  wasOver || ageMs(askedAt) >= hourMs - 1000;

/** The hour of its secureId is over by any reckoning. */
export const isSurelyOver = ({ answeredAt }: ShopRequest) => !!answeredAt && knownAgeMs(answeredAt) >= hourMs;

/** The library must have noticed that the hour is over: a timer could fire, or it had an occasion to look. */
export function mustBeNoticed(evidence: Evidence, { answeredAt, session }: ShopRequest): boolean {
  if (!answeredAt) return false;
  const isOverAt = ({ date, ticks }: Moment) =>
    ticks >= answeredAt.ticks && Math.max(date - answeredAt.date, ticks - answeredAt.ticks) >= hourMs;
  const mountedAt = evidence.mountedAt.get(session);
  return (
    performance.now() - answeredAt.ticks >= hourMs ||
    isOverAt(evidence.wokeAt) ||
    (!!mountedAt && isOverAt(mountedAt))
  );
}
