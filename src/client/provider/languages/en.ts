import type { IotPayLanguage } from './language';

const notLoaded = 'The card form could not be loaded. Check your connection and content blockers.';
const notPrepared = 'The card form could not be prepared.';

export const en: IotPayLanguage = {
  tag: 'en',
  messages: {
    title: 'Card details',
    loading: 'Loading the card form…',
    retry: 'Try again',
    failed: 'The card form could not be shown.',
    notPaid: 'You have not been charged.',
    mayBePaid: 'If you have paid, you will get a receipt.',
    script_unreachable: notLoaded,
    script_timeout: notLoaded,
    form_timeout: notLoaded,
    secure_id_failed: notPrepared,
    secure_id_timeout: notPrepared,
    secure_id_invalid: notPrepared,
    secure_id_expired: 'This form has expired. Try again for a new one.',
    declined: 'The card was not accepted.',
    tryAnotherCard: 'Try another card',
    paid: 'Payment received.',
    cardSaved: 'Card saved.',
    confirming: 'We are waiting for confirmation. Please do not pay again.',
  },
};
