/**
 * The texts of the checkout and the return page in one language, in addition to the card form's. `{…}` stands for a
 * value.
 */
export interface IotPayCheckoutMessages {
  /** The checkout's name for screen readers. */
  checkout: string;
  total: string;
  /** Above the ways to pay. */
  payWith: string;
  methodCard: string;
  methodUnionPay: string;
  /** A saved card; `{card}` is its masked number. */
  methodSaved: string;
  /** On the button that charges a saved card. */
  pay: string;
  /** On the same button when the amount is known. `{amount}` stands for it. */
  payAmount: string;
  charging: string;
  /** Said when the shop's server refused to charge a saved card. */
  savedCardRefused: string;
  /** Said when the shop's server says that an order was not paid. */
  orderFailed: string;
  /** On the link to IOTPay's own page, when the form can't be shown on this page. */
  hostedPage: string;
  /** The names of a receipt's lines. */
  amount: string;
  orderNumber: string;
  card: string;
}
