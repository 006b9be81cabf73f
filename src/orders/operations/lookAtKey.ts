import { isJsonObject } from '../../contract/wire';
import { IotPayOrdersError } from '../errors';
import { isUntouched } from '../gateway/report';
import { handedOutMs } from '../ledger/schedule';
import type { Checkout, Sale } from '../options';
import { askAbout } from '../settling/askAbout';
import type { StoredOrder } from '../stores/store';
import type { Desk } from './desk';

/**
 * Whether a key may be sold. `settled`: it is paid, or that is unknown. `form`: an open form of it can be handed out
 * again. `free`: a new order may be opened, `instead` of an open form if the gateway says that its payment has not
 * begun.
 */
export type KeyState =
  | { readonly kind: 'free'; readonly instead?: StoredOrder | undefined }
  | { readonly kind: 'settled'; readonly settled: 'paid' | 'unknown'; readonly order: StoredOrder }
  | { readonly kind: 'form'; readonly order: StoredOrder };

/**
 * Reads the orders of a key, and asks the gateway if their state is not enough.
 *
 * @param wish the checkout that wants the form, or undefined for a charge, which needs none
 * @throws IotPayOrdersError `key_in_use` if the key names another sale
 */
export async function lookAtKey(desk: Desk, sale: Sale, wish: Checkout | undefined): Promise<KeyState> {
  const held = await desk.store.read({ key: sale.key });
  if (!held) return { kind: 'free' };
  checkSameSale(held, sale);
  if (held.state !== 'open') return settledKey(held);
  const isWanted = wish !== undefined && isStillGood(held, wish, desk.now());
  let undecided: StoredOrder | undefined;
  for (const name of held.openRivals ?? []) {
    const rival = await lookAtRival(desk, name, isWanted);
    if (rival && rival.payments.length > 0) return settledKey(rival);
    undecided ??= rival;
  }
  const state = await lookAtHeld(desk, held, isWanted);
  // The page follows the order that it gets here, and the order that holds the key is more likely to be paid.
  return undecided && state.kind !== 'settled' ? settledKey(undecided) : state;
}

/** The state of the key by the order that holds it. */
async function lookAtHeld(desk: Desk, held: StoredOrder, isWanted: boolean): Promise<KeyState> {
  const { order, answer } = await askAbout(desk, held, false);
  if (order.state === 'failed' || order.state === 'expired') return { kind: 'free' };
  if (order.state !== 'open') return settledKey(order);
  if (order.method !== 'form' || order.payments.length > 0) return settledKey(order);
  if (answer?.kind === 'report' && !isUntouched(answer.report)) return settledKey(order);
  if (isWanted) return { kind: 'form', order };
  if (answer?.kind !== 'report') return settledKey(order);
  return { kind: 'free', instead: order.holdsKey ? order : undefined };
}

/**
 * Returns an order that no longer holds the key but may have been paid, or undefined if the gateway says that it was
 * not. If the gateway says nothing, a form that the customer has already may be shown again, but no other one is
 * opened.
 */
async function lookAtRival(
  desk: Desk,
  mchOrderNo: string,
  isFormThere: boolean,
): Promise<StoredOrder | undefined> {
  const { order, answer } = await askAbout(desk, await desk.read(mchOrderNo), false);
  if (order.payments.length > 0) return order.state === 'refunded' ? undefined : order;
  if (order.state !== 'open') return undefined;
  const isUnpaid = answer?.kind === 'report' ? isUntouched(answer.report) : isFormThere;
  return isUnpaid ? undefined : order;
}

function settledKey(order: StoredOrder): KeyState {
  const isPaid = order.state !== 'open' && order.keyPaidBy !== undefined;
  return { kind: 'settled', settled: isPaid ? 'paid' : 'unknown', order };
}

/** Whether this checkout can be paid with this order's form. */
function isStillGood(order: StoredOrder, wish: Checkout, now: number): boolean {
  return (
    order.secureId !== undefined &&
    order.amount === wish.amount &&
    order.channel === (wish.channel ?? 'PF_CC') &&
    !hasOtherData(order, wish) &&
    order.mchOrderNo !== wish.declined &&
    now < order.createdAt + handedOutMs
  );
}

/**
 * Refuses a key that another sale uses, because a customer who got that sale's order would see it, and believe that
 * their own is paid. While nothing is paid, a customer may change the cart. That needs another order of the same key,
 * because with two keys both orders could be paid.
 */
function checkSameSale(order: StoredOrder, sale: Sale): void {
  const { key, customer } = sale;
  const isKnown = order.customer !== undefined && customer !== undefined;
  const isOtherCustomer = isKnown && order.customer !== customer;
  const mayChange = isKnown && order.state === 'open';
  if (!isOtherCustomer && (mayChange || !hasOtherData(order, sale))) return;
  throw new IotPayOrdersError(
    'key_in_use',
    `The key ${JSON.stringify(key)} names another sale: its ${isOtherCustomer ? 'customer' : 'data'} differs. ` +
      "A key must be unique in the whole shop, and change with what is sold: put the cart's own number and its revision into it.",
  );
}

function hasOtherData(order: StoredOrder, { data }: Sale): boolean {
  return data !== undefined && sortedJson(order.data) !== sortedJson(data);
}

/** The same text for the same data, because a database keeps an object's fields in its own order. */
function sortedJson(data: unknown): string | undefined {
  return JSON.stringify(data, (_, value: unknown) =>
    isJsonObject(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}
