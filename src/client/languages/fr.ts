import type { IotPayLanguage } from './language';

const connection =
  'Le formulaire de carte n’a pas pu être chargé. Vérifiez votre connexion et vos bloqueurs de contenu. Aucun montant n’a été débité.';

/** French, as it is written in Canada. */
export const fr: IotPayLanguage = {
  tag: 'fr',
  messages: {
    title: 'Renseignements sur la carte',
    loading: 'Chargement du formulaire de carte…',
    retry: 'Réessayer',
    failed: 'Le formulaire de carte n’a pas pu être affiché. Aucun montant n’a été débité.',
    script_unreachable: connection,
    script_timeout: connection,
    form_timeout: connection,
    secure_id_failed: 'Le formulaire de carte n’a pas pu être préparé. Aucun montant n’a été débité.',
    secure_id_expired: 'Ce formulaire a expiré. Réessayez pour en obtenir un nouveau.',
  },
};
