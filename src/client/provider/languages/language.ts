import type { IotPayClientErrorCode } from '../../error';
import type { IotPayCheckoutMessages } from './checkoutMessages';

/** Everything the library itself says to a customer, in one language. A shop may give an error code a text of its own. */
export interface IotPayMessages extends Partial<Record<IotPayClientErrorCode, string>> {
  /** What a screen reader calls the form and its iframe. */
  title: string;
  loading: string;
  retry: string;
  /** Said for an error that none of the next three is about. */
  failed: string;
  /** Said where the script or the form did not come. */
  notLoaded: string;
  /** Said where the shop's server gave no secureId. */
  notPrepared: string;
  /** Said where the secureId is older than its hour. */
  expired: string;
  /** Follows an error's text where no form of this payment was ever on the page. */
  notPaid: string;
  /** Follows an error's text everywhere else, because the customer may have paid. */
  mayBePaid: string;
  declined: string;
  /** On the button after a decline, which asks for a new secureId. */
  tryAnotherCard: string;
  paid: string;
  cardSaved: string;
  /** Said while nobody knows whether the customer has paid, or whether the card was saved. */
  confirming: string;
}

/** A language that `IotPayProvider` can be given. Only those that a shop imports are bundled. */
export interface IotPayLanguage {
  /** BCP 47 language tag, e.g. `fr`. */
  tag: string;
  messages: IotPayMessages;
  /** The texts of the checkout. What is missing is said in English. */
  checkout?: Partial<IotPayCheckoutMessages> | undefined;
}
