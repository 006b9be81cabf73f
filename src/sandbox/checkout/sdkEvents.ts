import type { CardEffect } from '../cards/cardEffect';

/** The two words that are all a shop hears when the gateway itself breaks. */
export const systemError = 'system error';

/** What the hosted script calls back with when all went well: once, or as oddly as the card has it. */
export function successEvents(retData: object, effect?: CardEffect): unknown[] {
  const detail = { retCode: 'SUCCESS', retMsg: '', retData };
  const calls = effect?.kind === 'paid' ? effect.calls : undefined;
  if (calls === 'in the old shape') return [detail];
  const event = { result: 'SUCCESS', detail };
  return calls === 'twice' ? [event, event] : [event];
}

export function failEvents(retMsg: string, retData?: object): unknown[] {
  const detail = { retCode: 'FAIL', retMsg, ...(retData && { retData }) };
  return [{ result: 'FAIL', message: retMsg, detail }];
}

/** A FAIL with nothing but a message: a timeout, or a gateway that broke. */
export function bareFailEvents(message: string): unknown[] {
  return [{ result: 'FAIL', message }];
}
