import { Refusal } from '../refusal';
import { defineCall } from './call';
import { text } from './fields';

/** `cc_querycard`: a saved card. The real gateway sends a `cvv` along; the sandbox, which has kept none, sends stars. */
export const queryCard = defineCall({ cardId: text(30) }, ({ cardId }, gateway) => {
  const saved = gateway.vault.find(cardId);
  if (!saved) throw new Refusal('cardId is not binding', 'cardNotBound');
  return { ...saved.card, cvv: '***' };
});
