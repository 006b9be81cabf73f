import { defineCall, Refusal } from './call';
import { text } from './fields';

/** `cc_querycard`: a saved card. The real gateway sends a `cvv` along; the sandbox, which has kept none, sends stars. */
export const queryCard = defineCall({ cardId: text(30) }, ({ cardId }, gateway) => {
  const card = gateway.vault.find(cardId);
  if (!card) throw new Refusal('cardId is not binding');
  return { ...card, cvv: '***' };
});
