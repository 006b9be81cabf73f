import type { IotPaySavedCard } from '../../contract/savedCard';
import { redirectUrlOf } from '../../contract/urls';
import { asRecord } from '../../contract/wire';
import type { PageAnswer } from '../browser/pageData';
import type { CardEffect } from '../cards/cardEffect';
import type { Outcome } from './paymentOutcomes';
import { bareFailEvents, failEvents, successEvents, systemError } from './sdkEvents';

export function savedOutcome(
  card: Required<IotPaySavedCard>,
  returnUrl: string,
  effect: CardEffect,
): Outcome {
  const redirectUrl = redirectUrlOf(returnUrl, { retCode: 'SUCCESS' });
  return {
    state: 'finished',
    tone: 'success',
    title: 'Card saved',
    message: `The card ending in ${card.cardNum.slice(-4)} is ready for your next purchase.`,
    events: successEvents({ ...card, redirectUrl }, effect),
    redirectUrl,
  };
}

export function notSavedOutcome(cardId: string, returnUrl: string, retMsg: string): Outcome {
  const redirectUrl = redirectUrlOf(returnUrl, { retCode: 'FAIL', retMsg });
  return {
    state: 'finished',
    tone: 'failed',
    title: 'Card not saved',
    message: `${retMsg}. Try another card.`,
    events: retMsg === systemError ? bareFailEvents(retMsg) : failEvents(retMsg, { cardId, redirectUrl }),
    redirectUrl,
  };
}

/**
 * Puts the security code into the events of a card that was saved: the real gateway sends it, so that a shop has to be
 * seen dropping it (docs/gateway-contract.md, section 1). Done on the way out, so that the sandbox itself never keeps it.
 */
export function withSecurityCode(answer: PageAnswer, cvv: string): PageAnswer {
  if (answer.state !== 'finished' || answer.tone !== 'success') return answer;
  const addTo = (event: unknown): unknown => {
    const source = asRecord(event);
    if (source.retData) return { ...source, retData: { ...asRecord(source.retData), cvv } };
    return source.detail ? { ...source, detail: addTo(source.detail) } : event;
  };
  return { ...answer, events: answer.events.map(addTo) };
}
