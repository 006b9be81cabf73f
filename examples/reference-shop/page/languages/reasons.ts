import type { Text } from './fr';

/** What IOTPay's reasons, and those of the orders, mean to a customer. */
export const meanings: Readonly<Record<string, Text>> = {
  'Card declined': 'The bank declined the card.',
  'Insufficient funds': 'There is not enough money on the card.',
  'Payment cancelled by customer': 'The payment was cancelled in the app.',
  'system error': 'The payment system had a problem.',
  'pay order is settled: use cc_refund': 'The payment was settled already, so it could only be refunded.',
  'pay order is not settled yet: use cc_void':
    'Until the payment is settled, only all of it can be given back.',
  'The gateway could not be reached: nothing was sent.': 'IOTPay could not be reached: nothing was sent.',
  'The call never reached the gateway.': 'The request never reached IOTPay.',
};
