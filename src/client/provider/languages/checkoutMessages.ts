/** What the checkout and the return page say beside the texts of the card form, in one language. `{…}` stands for a value. */
export interface IotPayCheckoutMessages {
  /** What a screen reader calls the checkout. */
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
  /** The same where the amount is known: `{amount}`. */
  payAmount: string;
  charging: string;
  /** Said where the shop's server refused to charge a saved card. */
  savedCardRefused: string;
  /** Said where the shop's server says that an order was not paid. */
  orderFailed: string;
  /** On the link to IOTPay's own page, where the form can't be shown here. */
  hostedPage: string;
  /** The names of a receipt's lines. */
  amount: string;
  orderNumber: string;
  card: string;
}
