import { IotPayError } from '../../contract/error';
import type { IotPayOrder } from '../../contract/order';
import type { FindExpectedOrder } from './notification';
import type { NotificationRejection } from './notificationOutcome';
import { reject } from './problems/rejection';
import { isJsonObject } from '../../contract/wire';

/**
 * Compares a payment with the shop's order. A field that is missing in the notification is a difference too.
 *
 * @throws the error of `expect`, and IotPayError `invalid_config` or `invalid_amount` if it returns something that
 *   can't be compared, because the shop has to correct that, and it is no reason to turn the gateway away
 */
export async function compareWithExpected(
  order: IotPayOrder,
  expect: FindExpectedOrder,
): Promise<NotificationRejection | undefined> {
  const found: unknown = await expect(order);
  if (found === null || found === undefined) {
    return reject(
      'unknown_order',
      'A payment was taken for an order that the shop does not know: expect found none of this mchOrderNo.',
      order,
    );
  }
  const { amount, currency, mchOrderNo } = readExpected(found, order);
  const differences = [
    order.amount !== amount && `amount (paid ${order.amount ?? 'unknown'}, ordered ${amount})`,
    order.currency?.toUpperCase() !== currency.toUpperCase() &&
      `currency (paid ${order.currency ?? 'unknown'}, ordered ${currency})`,
    order.mchOrderNo !== mchOrderNo && `mchOrderNo (paid ${order.mchOrderNo}, ordered ${mchOrderNo})`,
  ].filter((difference) => difference !== false);
  if (differences.length === 0) return undefined;
  return reject(
    'order_mismatch',
    `A payment was taken that is not what was ordered: ${differences.join(', ')} differ. Refund it, or mend what expect returns.`,
    order,
  );
}

interface ReadExpected {
  readonly amount: number;
  readonly currency: string;
  readonly mchOrderNo: string;
}

function readExpected(found: unknown, order: IotPayOrder): ReadExpected {
  if (!isJsonObject(found)) {
    throw invalid(
      'must return { amount } with whole cents, or null for an order that the shop does not know',
    );
  }
  const { amount, currency = 'CAD', mchOrderNo = order.mchOrderNo } = found;
  if (typeof currency !== 'string') throw invalid("must return a currency such as 'CAD', or none");
  if (typeof mchOrderNo !== 'string') throw invalid('must return an mchOrderNo that is a text, or none');
  return { amount: readAmount(amount), currency, mchOrderNo };
}

/** Databases return a bigint column as text. A text with decimals may be dollars as well as cents, so it is refused. */
function readAmount(amount: unknown): number {
  const isDigits = typeof amount === 'string' && /^\d{1,15}$/.test(amount);
  const cents = isDigits || typeof amount === 'bigint' ? Number(amount) : amount;
  if (typeof cents === 'number' && Number.isSafeInteger(cents) && cents >= 0) return cents;
  throw new IotPayError(
    'invalid_amount',
    "expect must return the amount in whole cents, as a number, a bigint or a text of digits such as '2434'. " +
      'For a column of dollars use toCents.',
  );
}

const invalid = (rule: string) => new IotPayError('invalid_config', `expect ${rule}.`);
