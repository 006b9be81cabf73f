import type { IotPayClientErrorCode } from '../error';

/** Everything the library itself says to a customer, in one language. An error code may have a text of its own. */
export interface IotPayMessages extends Partial<Record<IotPayClientErrorCode, string>> {
  /** What a screen reader calls the form and its iframe. */
  title: string;
  loading: string;
  retry: string;
  /** Said for an error code that has no text of its own. */
  failed: string;
}

/** A language that `IotPayProvider` can be given. Only those that a shop imports are bundled. */
export interface IotPayLanguage {
  /** BCP 47 language tag, e.g. `fr`. */
  tag: string;
  messages: IotPayMessages;
}
