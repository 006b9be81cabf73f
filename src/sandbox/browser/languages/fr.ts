/** The card page in French, as it is written in Canada; `{}` stands for what only the page knows. */
export const fr: Readonly<Record<string, string>> = {
  'Secure card form': 'Formulaire de carte sécurisé',
  'Pay by card': 'Payer par carte',
  'Save a card': 'Enregistrer une carte',
  'Pay {}': 'Payer {}',
  'Save card': 'Enregistrer la carte',
  'Order {}': 'Commande {}',
  at: 'chez',
  'for {}': 'pour {}',
  'Card number': 'Numéro de carte',
  'Name on card': 'Nom sur la carte',
  'Expiry date': 'Date d’expiration',
  'MM/YY': 'MM/AA',
  'Security code': 'Code de sécurité',
  'Sandbox: no real money.': 'Bac à sable\u00a0: aucun argent réel.',
  'See the test cards': 'Voir les cartes de test',
  'Test card': 'Carte de test',
  'Choose one to fill it in': 'Choisissez-en une pour la remplir',
  'Return to the shop': 'Retourner à la boutique',
  'This page needs JavaScript to keep your card data safe.':
    'Cette page a besoin de JavaScript pour protéger les données de votre carte.',

  'Enter the card number.': 'Entrez le numéro de carte.',
  'This card number is not complete.': 'Ce numéro de carte est incomplet.',
  'This card number is not right. Check its digits.':
    'Ce numéro de carte est inexact. Vérifiez-en les chiffres.',
  'This is not a UnionPay card: their numbers start with 62.':
    'Ce n’est pas une carte UnionPay\u00a0: leurs numéros commencent par 62.',
  'UnionPay cards can’t be used here. Choose UnionPay instead.':
    'Les cartes UnionPay ne sont pas acceptées ici. Choisissez plutôt UnionPay.',
  'This is a sandbox: it takes only its own test cards.':
    'Ceci est un bac à sable\u00a0: seules ses propres cartes de test y sont acceptées.',
  'Enter the name as it stands on the card.': 'Entrez le nom tel qu’il figure sur la carte.',
  'The name can’t hold a number.': 'Le nom ne peut pas contenir de numéro.',
  'Enter the expiry date.': 'Entrez la date d’expiration.',
  'Enter the date as month and year: MM/YY.': 'Entrez le mois et l’année\u00a0: MM/AA.',
  'The month is 01 to 12.': 'Le mois va de 01 à 12.',
  'This card has expired.': 'Cette carte est expirée.',
  'The year is too far ahead.': 'L’année est trop éloignée.',
  'Enter the 3 digits on the back of the card.': 'Entrez les 3 chiffres au verso de la carte.',
  'Enter the 4 digits on the front of the card.': 'Entrez les 4 chiffres au recto de la carte.',

  'Processing payment…': 'Paiement en cours…',
  'Saving card…': 'Enregistrement de la carte…',
  'Waiting for your UnionPay app': 'En attente de votre application UnionPay',
  'Open the app on your phone and confirm the payment. Keep this page open.':
    'Ouvrez l’application sur votre téléphone et confirmez le paiement. Gardez cette page ouverte.',
  'The gateway could not be reached. Try again: you won’t be charged twice.':
    'La passerelle est injoignable. Réessayez\u00a0: vous ne serez pas débité deux fois.',

  'Payment successful': 'Paiement réussi',
  'Thank you. Your payment has gone through.': 'Merci. Votre paiement a été effectué.',
  'Payment declined': 'Paiement refusé',
  '{}. You were not charged.': '{}. Aucun montant n’a été débité.',
  'Card declined': 'Carte refusée',
  'Insufficient funds': 'Provision insuffisante',
  'Payment cancelled by customer': 'Paiement annulé par le client',
  'system error': 'Erreur du système',
  'Something went wrong': 'Un problème est survenu',
  'The payment system had a problem. You were not charged.':
    'Le système de paiement a eu un problème. Aucun montant n’a été débité.',
  'Confirming your payment': 'Confirmation de votre paiement',
  'This can take a moment. Please don’t pay again: the shop will tell you how it ended.':
    'Cela peut prendre un moment. Ne payez pas de nouveau\u00a0: la boutique vous dira ce qu’il en est.',
  'Card saved': 'Carte enregistrée',
  'The card ending in {} is ready for your next purchase.':
    'La carte se terminant par {} est prête pour votre prochain achat.',
  'Card not saved': 'Carte non enregistrée',
  '{}. Try another card.': '{}. Essayez une autre carte.',
  'This page has expired': 'Cette page a expiré',
  'Go back to the shop and start again. You were not charged.':
    'Retournez à la boutique et recommencez. Aucun montant n’a été débité.',
  'This page can’t be opened': 'Cette page ne peut pas être ouverte',
  'Its address is not one that the gateway gave out. Go back to the shop and start again.':
    'Son adresse ne vient pas de la passerelle. Retournez à la boutique et recommencez.',
  'This page has been used': 'Cette page a déjà servi',
  'Go back to the shop to see how it ended.': 'Retournez à la boutique pour voir le résultat.',
};
