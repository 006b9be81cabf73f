import { IotPayError } from '../../contract/error';
import type { NotificationOptions } from './notification';

export interface HandlerSettings {
  readonly successText: string;
  readonly bodyLimit: number;
  readonly handlerTimeoutMs: number;
}

/** The longest time that a timer can wait, in milliseconds: 2^31 - 1. */
const longestTimeout = 2_147_483_647;

/** @throws IotPayError `invalid_config` for an option that is missing or unusable */
export function readSettings(options: NotificationOptions): HandlerSettings {
  const { successText = 'success', bodyLimit = 8192, handlerTimeoutMs = 30_000 } = options;
  const expect: unknown = options.expect;
  if (typeof expect !== 'function' && expect !== false) {
    throw invalid(
      'expect is missing: give a function that finds what was ordered, so that a payment of another amount is turned away, ' +
        'or false to compare amounts yourself in onPayment.',
    );
  }
  if (typeof (options.onPayment as unknown) !== 'function') {
    throw invalid('onPayment is missing: give the function that stores a payment.');
  }
  if (successText.trim() === '') throw invalid('successText must not be blank.');
  if (!isWhole(bodyLimit)) throw invalid('bodyLimit must be a whole number of bytes above 0.');
  if (!isWhole(handlerTimeoutMs) || handlerTimeoutMs > longestTimeout) {
    throw invalid(`handlerTimeoutMs must be a whole number of milliseconds from 1 to ${longestTimeout}.`);
  }
  return { successText, bodyLimit, handlerTimeoutMs };
}

const isWhole = (value: number) => Number.isInteger(value) && value > 0;

const invalid = (message: string) => new IotPayError('invalid_config', message);
