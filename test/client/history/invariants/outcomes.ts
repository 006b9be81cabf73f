import type { IotPayOutcome } from 'react-iotpay';
import type { Evidence, Told } from '../page/evidence';
import { handlerOf, places } from '../page/pageView';
import type { Invariant } from './invariants';

/** The number by which an outcome names its payment. */
function namesOf(outcome: IotPayOutcome): string[] {
  const names = [/^declined (.*)/.exec(outcome.message)?.[1]];
  if (outcome.status === 'success')
    names.push(outcome.mode === 'Pay' ? outcome.order.mchOrderNo : outcome.card.cardId);
  if (outcome.status === 'unknown') names.push(outcome.order?.mchOrderNo);
  return names.filter((name) => name !== undefined);
}

function eachTelling({ sdk, view, commits }: Evidence, told: Told): string[] {
  const { handler, place, payment, outcome, version } = told;
  const what = `${handler} of the ${place} card`;
  if (!payment) return [`${what} was called without a payment`];
  const [mode, secureId] = payment.split(' ');
  const wrong: string[] = [];
  const actual = sdk.outcomes.get(payment);
  if (outcome.status !== actual || handlerOf[outcome.status] !== handler)
    wrong.push(`${what} was told ${outcome.status} of ${payment}, which is ${actual ?? 'open'}`);
  if (namesOf(outcome).some((name) => name !== secureId))
    wrong.push(`${what} was told the outcome of another payment than ${payment}`);
  if (outcome.status === 'success' && outcome.mode !== mode)
    wrong.push(`${what} was told another mode’s outcome`);
  const commit = commits[place];
  const mayBeHidden = view.cards[place]?.hiding === 'Suspense';
  if (!commit && !mayBeHidden) wrong.push(`${what} was called for a card that is not on the page`);
  if (commit && (commit.version !== version || commit.payment !== payment))
    wrong.push(`${what} that was called is an earlier render’s`);
  return wrong;
}

/** Each outcome is told to one handler of its own payment, as soon as there is one. */
export const createOutcomes = (): Invariant => {
  let judged = 0;
  return (evidence) => {
    const { told, sdk, view, commits } = evidence;
    const fresh = told.slice(judged);
    judged = told.length;
    const wrong = fresh.flatMap((one) => eachTelling(evidence, one));
    for (const [payment, status] of sdk.outcomes) {
      const times = told.filter((one) => one.payment === payment).length;
      if (times > 1) wrong.push(`the outcome of ${payment} was told ${times} times`);
      const listener = places.find(
        (place) =>
          commits[place]?.payment === payment && view.cards[place]?.handlers.includes(handlerOf[status]),
      );
      if (!times && listener) wrong.push(`the outcome of ${payment} was not told to the ${listener} card`);
    }
    for (const payment of new Set(evidence.toldTouched)) {
      const times = evidence.toldTouched.filter((one) => one === payment).length;
      if (times > 1 || !evidence.touched.has(payment))
        wrong.push(`onTouched was called ${times} times for ${payment}`);
    }
    return wrong;
  };
};
