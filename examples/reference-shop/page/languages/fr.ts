/** The shop in French, as it is written in Canada; `{}` stands for a value. */
export const fr = {
  'Fogline Coffee Roasters': 'Fogline, torréfacteur',
  'Coffee Roasters, St. John’s': 'Torréfacteur à St. John’s',
  'Secure checkout': 'Paiement sécurisé',
  'The shop does not answer.': 'La boutique ne répond pas.',
  'Try again': 'Réessayer',
  'Card numbers are typed on IOTPay’s page, inside this one. They never reach the shop. This shop is an example: it sends nothing, and its cards are made up.':
    'Les numéros de carte sont saisis dans la page d’IOTPay, affichée à l’intérieur de celle-ci. La boutique ne les reçoit jamais. Cette boutique est un exemple\u00a0: elle n’expédie rien, et ses cartes sont fictives.',

  'Your bag': 'Votre panier',
  Summary: 'Récapitulatif',
  'We could not work out the total. Change something to try again.':
    'Nous n’avons pas pu calculer le total. Modifiez une quantité pour réessayer.',
  'Check out': 'Passer au paiement',
  'Quantity of {}': 'Quantité\u00a0: {}',
  'One less: {}': 'Un de moins\u00a0: {}',
  'One more: {}': 'Un de plus\u00a0: {}',
  Subtotal: 'Sous-total',
  'Total, CAD': 'Total, CAD',

  'Harbour Espresso': 'Espresso du havre',
  'Whole beans, 340 g': 'En grains, 340\u00a0g',
  'Partridgeberry square': 'Carré aux airelles',
  'Baked this morning': 'Cuit ce matin',
  'A Small Atlas of Fog': 'Petit atlas de la brume',
  'Paperback, 128 pages': 'Couverture souple, 128\u00a0pages',
  'Deck mug': 'Tasse de matelot',
  'Enamel, 350 ml': 'Métal émaillé, 350\u00a0ml',
  'HST 15%': 'TVH 15\u00a0%',
  'HST 5% on books': 'TVH 5\u00a0% sur les livres',

  Checkout: 'Paiement',
  'Your order': 'Votre commande',
  'Change the bag': 'Modifier le panier',
  'The bag was changed in another tab. Look at it before you pay.':
    'Le panier a été modifié dans un autre onglet. Vérifiez-le avant de payer.',
  'Finish or cancel the payment in the UnionPay app first.':
    'Terminez ou annulez d’abord le paiement dans l’application UnionPay.',
  'I did not pay in the app': 'Je n’ai pas payé dans l’application',
  'No payment has been reported so far. Do not confirm it in the app if you pay in another way.':
    'Aucun paiement n’a été signalé jusqu’ici. Si vous payez autrement, ne le confirmez plus dans l’application.',
  'Total to pay: {}': 'Total à payer\u00a0: {}',
  'Your orders and cards': 'Vos commandes et cartes',
  Orders: 'Commandes',
  'You have not bought anything yet.': 'Vous n’avez encore rien acheté.',
  'You have no saved card.': 'Vous n’avez aucune carte enregistrée.',
  'Save a card': 'Enregistrer une carte',
  Remove: 'Retirer',
  'Remove {}': 'Retirer {}',
  'Saved cards': 'Cartes enregistrées',
  'Pay {}': 'Payer {}',

  'We could not look up your cards.': 'Nous n’avons pas pu trouver vos cartes.',
  'Expires {}': 'Expiration\u00a0: {}',
  'Save a card for next time': 'Enregistrer une carte pour la prochaine fois',
  'Nothing is charged, and IOTPay keeps the card, not the shop.':
    'Aucun montant n’est débité, et c’est IOTPay qui conserve la carte, non la boutique.',
  'Save this card': 'Enregistrer cette carte',
  'Save another card': 'Enregistrer une autre carte',
  'Your card is saved.': 'Votre carte est enregistrée.',
  'The card was not saved.': 'La carte n’a pas été enregistrée.',
  'We could not hear whether the card was saved. If it was, it is in the list above.':
    'Nous ne savons pas si la carte a été enregistrée. Si elle l’a été, elle figure dans la liste ci-dessus.',

  'Test cards': 'Cartes de test',
  'To pay by card': 'Pour payer par carte',
  'To pay by UnionPay': 'Pour payer par UnionPay',
  'Any expiry date to come, any security code, any name.':
    'Une date d’expiration à venir, un code de sécurité et un nom quelconques.',
  Copy: 'Copier',
  Copied: 'Copié',
  'Copied {}': '{} copié',
  'See the local gateway’s orders and notifications':
    'Voir les commandes et les notifications de la passerelle locale',

  'Behind the scenes': 'En coulisses',
  Payment: 'Paiement',
  'Returned so far': 'Déjà rendu',
  'Your payment was cancelled': 'Votre paiement a été annulé',
  'You have all of it back: your card’s statement will not show the payment.':
    'Le montant entier vous a été rendu\u00a0: le paiement ne paraîtra pas sur le relevé de votre carte.',
  'We are giving money back to you, and wait until IOTPay confirms it.':
    'Nous vous remboursons, et attendons la confirmation d’IOTPay.',
  'Pay with a saved card': 'Payer avec une carte enregistrée',

  Affirmative: 'Affirmatif',
  'Your order has been refunded': 'Votre commande a été remboursée',
  'Thank you. Your order is paid.': 'Merci. Votre commande est payée.',
  'You have all of it back. Banks take some days to show it.':
    'Le montant entier vous a été remboursé. Les banques prennent quelques jours pour l’afficher.',
  'We roast on Tuesdays and send on Wednesdays.': 'Nous torréfions le mardi et expédions le mercredi.',
  'Order number': 'Numéro de commande',
  'Paid with': 'Payée avec',
  Date: 'Date',
  'What you bought': 'Vos achats',
  'Back to the shop': 'Retourner à la boutique',
  Negative: 'Négatif',
  'This order was not paid in time': 'Cette commande n’a pas été payée à temps',
  'Your payment was declined': 'Votre paiement a été refusé',
  'Your bag is as you left it. Trying again makes a new order; this one stays closed. You can use another card.':
    'Votre panier est tel que vous l’avez laissé. Un nouvel essai crée une nouvelle commande; celle-ci reste fermée. Vous pouvez utiliser une autre carte.',
  'Your bag is as you left it. Trying again makes a new order. Should a payment for this one still arrive, this page will say so.':
    'Votre panier est tel que vous l’avez laissé. Un nouvel essai crée une nouvelle commande. Si un paiement pour celle-ci arrive tout de même, cette page l’indiquera.',
  'Wait, and watch for my signals': 'Attendez et surveillez mes signaux',
  'We are confirming your payment': 'Nous confirmons votre paiement',
  'IOTPay has not told us yet whether it went through. Our server keeps asking, and this page changes by itself. There is nothing for you to do.':
    'IOTPay ne nous a pas encore dit s’il a été effectué. Notre serveur continue de le demander, et cette page se mettra à jour d’elle-même. Vous n’avez rien à faire.',
  'You can close this page and open it again later: its address stays the same. Your card will not be charged twice for this order.':
    'Vous pouvez fermer cette page et la rouvrir plus tard\u00a0: son adresse reste la même. Votre carte ne sera pas débitée deux fois pour cette commande.',
  'You have paid for this twice': 'Vous avez payé deux fois',
  'This is the second payment for the same bag. We have been told, and will give it back to you.':
    'C’est le deuxième paiement pour le même panier. Nous en avons été avertis et vous rembourserons ce montant.',
  'We know of no such order of yours': 'Nous ne trouvons pas cette commande parmi les vôtres',
  'The address may be incomplete, or the order was made in another browser.':
    'L’adresse est peut-être incomplète, ou la commande a été passée dans un autre navigateur.',

  'Order status, as the shop’s server knows it': 'État de la commande, selon le serveur de la boutique',
  Order: 'Commande',
  State: 'État',
  'No payment confirmed yet': 'Aucun paiement confirmé',
  Paid: 'Paiement reçu',
  'Paid, a part was given back': 'Paiement reçu, remboursé en partie',
  Declined: 'Paiement refusé',
  'Not paid in time': 'Non payée à temps',
  'Asking the server': 'Interrogation du serveur',
  Since: 'Depuis',
  Opened: 'Ouverture',
  'The server does not answer. We keep asking.': 'Le serveur ne répond pas. Nous continuons d’essayer.',

  Refund: 'Remboursement',
  'For the shop’s staff. In a real shop this is behind their login; here you may try it on your own order.':
    'Réservé au personnel de la boutique. Dans une vraie boutique, il faudrait être connecté; ici, vous pouvez l’essayer sur votre propre commande.',
  Left: 'Reste',
  'Refunds of this order': 'Remboursements de cette commande',
  'Void of {}': 'Annulation de {}',
  'Refund of {}': 'Remboursement de {}',
  'We are confirming it': 'En cours de confirmation',
  'Given back': 'Montant rendu',
  'Not given back': 'Montant non rendu',
  'IOTPay has not told us yet whether that went through. We keep asking, and send nothing twice.':
    'IOTPay ne nous a pas encore dit si l’opération a été effectuée. Nous continuons de le demander, et n’envoyons rien deux fois.',
  'All of it has been given back.': 'Le montant entier a été remboursé.',
  'Amount, CAD': 'Montant, CAD',
  'Give back': 'Rembourser',
  'Giving back…': 'Remboursement…',
  'The shop did not answer. Click again: it is given back once.':
    'La boutique n’a pas répondu. Cliquez de nouveau\u00a0: le montant ne sera remboursé qu’une fois.',
  'Until IOTPay has settled the payment, only the whole of it can be taken back: a void, of which the card’s statement shows nothing. After that any part can be refunded.':
    'Tant qu’IOTPay n’a pas réglé le paiement, seul le montant entier peut être repris\u00a0: c’est une annulation, qui ne paraît pas sur le relevé de la carte. Ensuite, tout ou partie peut être remboursé.',

  // What the server answers.
  'Something went wrong.': 'Un problème est survenu.',
  'Something went wrong on our side.': 'Un problème est survenu de notre côté.',
  'There is nothing here.': 'Il n’y a rien ici.',
  'We could not read that.': 'Nous n’avons pas pu lire cette demande.',
  'We could not read the bag.': 'Nous n’avons pas pu lire le panier.',
  'We know of no such bag of yours. Reload the page.':
    'Nous ne trouvons pas ce panier parmi les vôtres. Rechargez la page.',
  'The bag has changed. Look at it, and pay again.':
    'Le panier a changé. Vérifiez-le, puis payez de nouveau.',
  'The bag is empty.': 'Le panier est vide.',
  'Something in the bag is not on our shelves.': 'Un article du panier n’est pas dans nos rayons.',
  'We can send between 0 and {} of each thing.':
    'Nous pouvons expédier de 0 à {} exemplaires de chaque article.',
  'We know of no such order of yours.': 'Nous ne trouvons pas cette commande parmi les vôtres.',
  'Our payment service does not answer at the moment. Nothing was given back.':
    'Notre service de paiement ne répond pas pour le moment. Rien n’a été remboursé.',
  'Type an amount in dollars, such as 12.50.': 'Entrez un montant en dollars, par exemple 12,50.',
  'This order is not paid.': 'Cette commande n’est pas payée.',
  'That is more than is left of this payment.': 'C’est plus que ce qui reste de ce paiement.',
  'Something was given back meanwhile. Look at what is left.':
    'Un montant a été remboursé entre-temps. Vérifiez ce qui reste.',

  // IOTPay's reasons, in words for people.
  'The bank declined the card.': 'La banque a refusé la carte.',
  'There is not enough money on the card.': 'La provision de la carte est insuffisante.',
  'The payment was cancelled in the app.': 'Le paiement a été annulé dans l’application.',
  'The payment system had a problem.': 'Le système de paiement a eu un problème.',
  'The payment was settled already, so it could only be refunded.':
    'Le paiement était déjà réglé\u00a0: il ne pouvait plus qu’être remboursé.',
  'Until the payment is settled, only all of it can be given back.':
    'Tant que le paiement n’est pas réglé, seul le montant entier peut être rendu.',
  'IOTPay could not be reached: nothing was sent.': 'IOTPay est injoignable\u00a0: rien n’a été envoyé.',
  'The request never reached IOTPay.': 'La demande n’est jamais parvenue à IOTPay.',
  'IOTPay refused it.': 'IOTPay a refusé l’opération.',

  // What the test cards are called.
  'Paid, status 3': 'Payée, état 3',
  'Paid, 4-digit code': 'Payée, code à 4 chiffres',
  'Insufficient funds': 'Provision insuffisante',
  'Gateway error': 'Erreur de la passerelle',
  Pending: 'En attente',
  'Called back twice': 'Rappel reçu deux fois',
  'Old event shape': 'Ancienne forme de rappel',
  'Saved, then declined': 'Enregistrée, puis refusée',
  'Saved, then status 9': 'Enregistrée, puis état 9',
  'Notification lost': 'Notification perdue',
  'Notified twice': 'Notifiée deux fois',
  'Notified late': 'Notifiée en retard',
  'Notified out of order': 'Notifiée dans le désordre',
  'Wrong signature': 'Signature inexacte',
  'Paid in the app': 'Payée dans l’application',
  'Declined in the app': 'Refusée dans l’application',
  'No answer, but paid': 'Sans réponse, mais payée',
  'No answer, and failed': 'Sans réponse, et refusée',
};

/** A text of the shop, as it is in English: a language that lacks one is no language yet. */
export type Text = keyof typeof fr;
