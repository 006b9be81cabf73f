import type { IotPayLanguage } from './language';

export const en: IotPayLanguage = {
  tag: 'en',
  messages: {
    title: 'Card details',
    loading: 'Loading the card form…',
    retry: 'Try again',
    failed: 'The card form could not be loaded. You have not been charged.',
    secure_id_expired: 'This form has expired. Please start again.',
  },
};
