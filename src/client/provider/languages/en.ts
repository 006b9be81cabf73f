import type { IotPayLanguage } from './language';

export const en: IotPayLanguage = {
  tag: 'en',
  messages: {
    title: 'Card details',
    loading: 'Loading the card form…',
    retry: 'Try again',
    failed: 'The card form could not be shown.',
    notLoaded: 'The card form could not be loaded. Check your connection and content blockers.',
    notPrepared: 'The card form could not be prepared.',
    notPaid: 'You have not been charged.',
    mayBePaid: 'If you have paid, you will get a receipt.',
    expired: 'This form has expired. Try again for a new one.',
    declined: 'The card was not accepted.',
    tryAnotherCard: 'Try another card',
    paid: 'Payment received.',
    cardSaved: 'Card saved.',
    confirming: 'We are waiting for confirmation. Please do not pay again.',
  },
};
