import type { IotPayClientErrorCode } from '../../error';
import type { IotPayCheckoutMessages } from './checkoutMessages';

/** Every text that the card form shows a customer, in one language. A shop may give an error code a text of its own. */
export interface IotPayMessages extends Partial<Record<IotPayClientErrorCode, string>> {
  /** The name of the form and its iframe for screen readers. */
  title: string;
  loading: string;
  retry: string;
  /** Said for every error that has no other text here. */
  failed: string;
  /** Said when the script or the form did not load. */
  notLoaded: string;
  /** Said when the shop's server gave no secureId. */
  notPrepared: string;
  /** Said when the secureId is more than an hour old. */
  expired: string;
  /** Follows an error's text if no form of this payment was ever on the page. */
  notPaid: string;
  /** Follows every other error's text, because the customer may have paid. */
  mayBePaid: string;
  declined: string;
  /** On the button after a decline, which asks for a new secureId. */
  tryAnotherCard: string;
  paid: string;
  cardSaved: string;
  /** Said while it is unknown whether the customer has paid, or whether the card was saved. */
  confirming: string;
}

/** A language that `IotPayProvider` can be given. Only those that a shop imports are bundled. */
export interface IotPayLanguage {
  /** BCP 47 language tag, e.g. `fr`. */
  tag: string;
  messages: IotPayMessages;
  /** The texts of the checkout. A missing text is shown in English. */
  checkout?: Partial<IotPayCheckoutMessages> | undefined;
}
