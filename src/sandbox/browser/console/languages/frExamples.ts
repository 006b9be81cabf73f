/** The test cards and the scenarios of the package in French. */
export const examplesInFrench: Readonly<Record<string, string>> = {
  'Paid, status 3': 'Payée, statut 3',
  'Paid, 4-digit code': 'Payée, code à 4 chiffres',
  'Insufficient funds': 'Provision insuffisante',
  'Gateway error': 'Erreur de la passerelle',
  'Called back twice': 'Rappel en double',
  'Old event shape': 'Ancienne forme d’événement',
  'Saved, then declined': 'Enregistrée, puis refusée',
  'Saved, then status 9': 'Enregistrée, puis statut 9',
  'Notification lost': 'Notification perdue',
  'Notified twice': 'Notifiée deux fois',
  'Notified late': 'Notifiée en retard',
  'Notified out of order': 'Notifiée dans le désordre',
  'Wrong signature': 'Mauvaise signature',
  'Paid in the app': 'Payée dans l’application',
  'Declined in the app': 'Refusée dans l’application',
  'No answer, but paid': 'Sans réponse, mais payée',
  'No answer, and failed': 'Sans réponse, et échouée',
  'Paid with order status 2.': 'Payée, la commande a le statut 2.',
  'Paid with order status 3: the other success.': 'Payée, la commande a le statut 3\u00a0: l’autre réussite.',
  'Paid with order status 2; the security code has 4 digits.':
    'Payée, la commande a le statut 2\u00a0; le code de sécurité a 4 chiffres.',
  'FAIL “Card declined”; order status 9.': 'FAIL «\u00a0Card declined\u00a0»\u00a0; statut de commande 9.',
  'FAIL “Insufficient funds”; order status 9.':
    'FAIL «\u00a0Insufficient funds\u00a0»\u00a0; statut de commande 9.',
  'The gateway breaks in mid-payment: FAIL “system error” with no detail; order status 9.':
    'La passerelle tombe en panne pendant le paiement\u00a0: FAIL «\u00a0system error\u00a0» sans détail\u00a0; statut de commande 9.',
  'SUCCESS, but with order status 0; paid and notified a little later.':
    'SUCCESS, mais statut de commande 0\u00a0; payée et notifiée un peu plus tard.',
  'Paid; the SDK calls back twice.': 'Payée\u00a0; le SDK rappelle deux fois.',
  'Paid; the SDK calls back as its older release did: { retCode, retMsg, retData }.':
    'Payée\u00a0; le SDK rappelle comme son ancienne version\u00a0: { retCode, retMsg, retData }.',
  'Can be saved; paying with it fails: FAIL “Card declined”; order status 9.':
    'Peut être enregistrée\u00a0; le paiement échoue\u00a0: FAIL «\u00a0Card declined\u00a0»\u00a0; statut de commande 9.',
  'Can be saved; paying with the saved card fails with SUCCESS and order status 9.':
    'Peut être enregistrée\u00a0; le paiement avec la carte enregistrée échoue avec SUCCESS et le statut de commande 9.',
  'Paid; the notification is never sent.': 'Payée\u00a0; la notification n’est jamais envoyée.',
  'Paid; the notification comes twice at once.':
    'Payée\u00a0; la notification arrive deux fois en même temps.',
  'Paid; the notification comes 10 seconds later.':
    'Payée\u00a0; la notification arrive 10 secondes plus tard.',
  'Paid; the notification waits until a later one has been sent.':
    'Payée\u00a0; la notification attend qu’une plus récente soit partie.',
  'Paid; the notification comes wrongly signed at first, then right.':
    'Payée\u00a0; la notification est d’abord mal signée, puis bien.',
  'Paid at the third poll.': 'Payée à la troisième interrogation.',
  'FAIL at the second poll; order status 9.': 'FAIL à la deuxième interrogation\u00a0; statut de commande 9.',
  'The SDK gives up with “Timeout” and no notification comes; cc_query then says paid.':
    'Le SDK renonce avec «\u00a0Timeout\u00a0» et aucune notification n’arrive\u00a0; cc_query dit ensuite que c’est payé.',
  'The SDK gives up with “Timeout”; cc_query then says failed.':
    'Le SDK renonce avec «\u00a0Timeout\u00a0»\u00a0; cc_query dit ensuite que c’est échoué.',
  'Double charge bait': 'Appât à double débit',
  'A payment is paid, but the form times out, the notification is lost and the first query breaks. A shop that offers to pay again now charges twice.':
    'Un paiement réussit, mais le formulaire dépasse le délai, la notification se perd et la première requête échoue. Une boutique qui propose alors de payer de nouveau débite deux fois.',
  'Notification storm': 'Tempête de notifications',
  'Three payments whose notifications come doubled, late, wrongly signed at first, out of order, repeated and forged.':
    'Trois paiements dont les notifications arrivent en double, en retard, d’abord mal signées, dans le désordre, répétées et falsifiées.',
  'Gateway down for ten minutes': 'Passerelle en panne pendant dix minutes',
  'A customer has just paid when every call begins to answer 502. Ten minutes later the gateway is back and knows.':
    'Un client vient de payer quand chaque appel se met à répondre 502. Dix minutes plus tard, la passerelle est de retour et connaît le paiement.',
  'Refund race': 'Course aux remboursements',
  'Two clerks refund the same payment at the same moment, and the answer to the first is lost, so it is asked for again.':
    'Deux employés remboursent le même paiement au même moment\u00a0; la réponse au premier se perd, alors il redemande.',
};
