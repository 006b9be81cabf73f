import type { IotPayLanguage } from './language';

const connection =
  'The card form could not be loaded. Check your connection and content blockers. You have not been charged.';

export const en: IotPayLanguage = {
  tag: 'en',
  messages: {
    title: 'Card details',
    loading: 'Loading the card form…',
    retry: 'Try again',
    failed: 'The card form could not be shown. You have not been charged.',
    script_unreachable: connection,
    script_timeout: connection,
    form_timeout: connection,
    secure_id_failed: 'The card form could not be prepared. You have not been charged.',
    secure_id_expired: 'This form has expired. Try again for a new one.',
  },
};
