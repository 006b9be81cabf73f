import { Refusal } from '../refusal';
import { defineCall } from './call';
import { address, channel, text } from './fields';

/** `cc_addcard`: opens a session to save a card in. A `cardId` binds one card and no other after it. */
export const addCard = defineCall(
  { cardId: text(30), loginName: text(12), channel, returnUrl: address },
  ({ cardId, channel, returnUrl }, gateway, ownUrl) => {
    if (gateway.vault.find(cardId)) throw new Refusal('cardId is already binding');
    const { key } = gateway.sessions.open({ mode: 'Add', channel, cardId, returnUrl });
    return { secureId: key, redirectUrl: `${ownUrl}/cc/addcard?key=${key}` };
  },
);
