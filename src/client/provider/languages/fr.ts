import type { IotPayLanguage } from './language';

/** French, as it is written in Canada. */
export const fr: IotPayLanguage = {
  tag: 'fr',
  messages: {
    title: 'Renseignements sur la carte',
    loading: 'Chargement du formulaire de carte…',
    retry: 'Réessayer',
    failed: 'Le formulaire de carte n’a pas pu être affiché.',
    notLoaded:
      'Le formulaire de carte n’a pas pu être chargé. Vérifiez votre connexion et vos bloqueurs de contenu.',
    notPrepared: 'Le formulaire de carte n’a pas pu être préparé.',
    notPaid: 'Aucun montant n’a été débité.',
    mayBePaid: 'Si vous avez payé, vous recevrez un reçu.',
    expired: 'Ce formulaire a expiré. Réessayez pour en obtenir un nouveau.',
    declined: 'La carte n’a pas été acceptée.',
    tryAnotherCard: 'Essayer une autre carte',
    paid: 'Paiement reçu.',
    cardSaved: 'Carte enregistrée.',
    confirming: 'Nous attendons la confirmation. Veuillez ne pas payer de nouveau.',
  },
  checkout: {
    checkout: 'Paiement',
    total: 'Total à payer',
    payWith: 'Payer avec',
    methodCard: 'Carte bancaire',
    methodUnionPay: 'UnionPay',
    methodSaved: 'Carte enregistrée {card}',
    pay: 'Payer',
    payAmount: 'Payer {amount}',
    charging: 'Paiement par carte en cours…',
    savedCardRefused: 'Cette carte n’a pas pu être utilisée.',
    orderFailed: 'Le paiement n’a pas abouti.',
    hostedPage: 'Payer sur la page d’IOTPay',
    amount: 'Montant',
    orderNumber: 'Numéro de commande',
    card: 'Carte',
  },
};
