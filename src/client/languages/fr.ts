import type { IotPayLanguage } from './language';

const connection =
  'Le formulaire de carte n’a pas pu être chargé. Vérifiez votre connexion et vos bloqueurs de contenu, puis réessayez.';

/** French. */
export const fr: IotPayLanguage = {
  tag: 'fr',
  messages: {
    title: 'Renseignements de la carte',
    loading: 'Chargement du formulaire de carte…',
    retry: 'Réessayer',
    failed: 'Le formulaire de carte n’a pas pu être affiché. Aucun montant n’a été débité.',
    script_unreachable: connection,
    script_timeout: connection,
    form_timeout: connection,
    secure_id_failed: 'Le paiement n’a pas pu être lancé. Aucun montant n’a été débité.',
    secure_id_expired:
      'Ce formulaire est ouvert depuis trop longtemps. Recommencez pour en obtenir un nouveau.',
  },
};
