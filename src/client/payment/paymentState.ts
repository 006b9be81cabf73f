import type { IotPayClientError } from '../error';
import type { IotPayOutcome } from './readOutcome';

/**
 * How far a payment has come on this page. `mayBePaid` is true if a form was on the page, because the customer may have
 * paid in it.
 */
export type PaymentState =
  | { status: 'loading'; outcome?: undefined; error?: undefined }
  | { status: 'ready'; outcome?: undefined; error?: undefined }
  | { status: 'settled'; outcome: IotPayOutcome; error?: undefined }
  | { status: 'failed'; outcome?: undefined; error: IotPayClientError; mayBePaid: boolean };
