import { isJsonObject } from '../../contract/wire';
import type { IotPayChannel } from 'react-iotpay/server';
import type { CheckoutBody, CheckoutView } from '../../contract/shopRoutes';
import type { Operations } from '../operations/operations';
import type { OrdersOptions, Sale } from '../options';
import type { StoredOrder } from '../stores/store';
import { viewOfCharged, viewOfOpened } from './orderView';
import { RouteError } from './routeError';

const bad = (message: string) => new RouteError(400, 'bad_request', message);

/** @throws RouteError `bad_request` */
export function readChannel({ channel }: Record<string, unknown>): IotPayChannel | undefined {
  if (channel === undefined || channel === 'PF_CC' || channel === 'UPI_EX') return channel;
  throw bad("channel must be 'PF_CC' or 'UPI_EX'.");
}

/**
 * Reads a number that the library has made, of an order or of a card.
 *
 * @throws RouteError `bad_request`
 */
export function readNumber(
  name: 'declined' | 'cardId',
  { [name]: value }: Record<string, unknown>,
): string | undefined {
  if (value === undefined || (typeof value === 'string' && /^[\w-]{1,30}$/.test(value))) return value;
  throw bad(`${name} must be a number that this server has given out.`);
}

/** @throws RouteError `bad_request` */
function readBody(body: Record<string, unknown>): CheckoutBody {
  const { request = {}, wallet } = body;
  if (!isJsonObject(request)) throw bad('request must be an object.');
  readChannel(body);
  readNumber('declined', body);
  const cardId = readNumber('cardId', body);
  if (wallet !== undefined && !isWallet(wallet)) {
    throw bad("wallet must be { type: 'ApplePay' or 'GooglePay', data: base64 }.");
  }
  if (cardId !== undefined && wallet !== undefined) throw bad('cardId and wallet exclude each other.');
  return body;
}

function isWallet(wallet: unknown): wallet is NonNullable<CheckoutBody['wallet']> {
  const { type, data } = Object(wallet) as Record<string, unknown>;
  return (type === 'ApplePay' || type === 'GooglePay') && typeof data === 'string' && data !== '';
}

interface CheckoutParts {
  readonly operations: Operations;
  readonly price: NonNullable<OrdersOptions['checkout']>;
  readonly customer: string | undefined;
}

/** Sets the price of the browser's request, and opens or charges an order for it. */
export async function answerCheckout(
  { operations, price, customer }: CheckoutParts,
  request: Request,
  json: Record<string, unknown>,
): Promise<CheckoutView> {
  const body = readBody(json);
  const sale = await price({ body: body.request ?? {}, request, customer });
  const { channel, declined, cardId, wallet } = body;
  if (wallet) return viewOfCharged(await operations.chargeWallet({ ...sale, wallet }));
  if (cardId !== undefined) return viewOfCharged(await chargeCard(operations, sale, cardId, customer));
  return viewOfOpened(await operations.checkout({ ...sale, channel, declined }));
}

/** The card must belong to the customer who asks, even if the sale names another customer. */
function chargeCard(
  operations: Operations,
  sale: Sale,
  cardId: string,
  customer: string | undefined,
): Promise<StoredOrder> {
  if (customer === undefined) throw new RouteError(401, 'not_signed_in', 'Sign in to pay with a saved card.');
  return operations.chargeSavedCard({ ...sale, customer, cardId });
}
