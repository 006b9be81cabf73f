import type { IotPayCheckoutMessages } from './checkoutMessages';

/** English. These texts are not part of `en`, so that a shop with only the card form does not load them. */
export const enCheckout: IotPayCheckoutMessages = {
  checkout: 'Payment',
  total: 'Total',
  payWith: 'Pay with',
  methodCard: 'Card',
  methodUnionPay: 'UnionPay',
  methodSaved: 'Saved card {card}',
  pay: 'Pay',
  payAmount: 'Pay {amount}',
  charging: 'Your card is being charged…',
  savedCardRefused: 'This card could not be used.',
  orderFailed: 'The payment did not go through.',
  hostedPage: 'Pay on IOTPay’s page',
  amount: 'Amount',
  orderNumber: 'Order number',
  card: 'Card',
};
