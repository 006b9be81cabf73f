import type { IotPaySession } from 'react-iotpay/server';
import { IotPayOrdersError } from '../errors';
import { payableMs } from '../ledger/schedule';
import type { Checkout } from '../options';
import type { StoredOrder } from '../stores/store';
import { checkSale } from './checkSale';
import type { Desk } from './desk';
import { lookAtKey } from './lookAtKey';
import { newOrder } from './newOrder';

/** An open form, or the state of the order that prevents one. */
export type Opened =
  | { readonly order: StoredOrder; readonly session: IotPaySession }
  | { readonly order: StoredOrder; readonly settled: 'paid' | 'unknown' };

/** More than enough, because in each round another process has changed the key's order. */
const rounds = 10;

/**
 * Opens an order for a form, or returns the open one. A paid or undecided key is never sold again.
 *
 * @throws IotPayOrdersError `invalid_request`, `key_in_use`, `busy`; and the errors of the gateway's client. Then
 *   nothing is stored, and trying again is safe.
 */
export async function checkout(desk: Desk, wish: Checkout): Promise<Opened> {
  checkSale(wish);
  for (let round = 1; round <= rounds; round++) {
    const key = await lookAtKey(desk, wish, wish);
    if (key.kind === 'settled') return { order: key.order, settled: key.settled };
    if (key.kind === 'form') {
      const { secureId = '', redirectUrl = '' } = key.order;
      return { order: key.order, session: { secureId, redirectUrl } };
    }
    const opened = await open(desk, wish, key.instead);
    if (opened) return opened;
  }
  throw new IotPayOrdersError('busy', 'The order could not be opened: its key changes hands too fast.');
}

/**
 * Stores the order before the customer gets its secureId, so that every payment is of an order that the shop knows. If
 * two requests for one key ask the gateway at the same moment, both get the order that is stored first, and the other
 * secureId is never shown.
 */
async function open(
  desk: Desk,
  wish: Checkout,
  instead: StoredOrder | undefined,
): Promise<Opened | undefined> {
  const channel = wish.channel ?? 'PF_CC';
  const payableUntil = desk.now() + payableMs;
  const order = newOrder(wish, 'form', desk.now(), { channel, payableUntil });
  const { mchOrderNo, amount } = order;
  const session = await desk.iotpay.purchase({
    mchOrderNo,
    amount,
    channel,
    notifyUrl: `${desk.url}/notify`,
    returnUrl: `${desk.url}/return/${mchOrderNo}`,
    subject: wish.subject,
  });
  const { secureId, redirectUrl } = session;
  // The hour begins when the gateway answers, and that may take a while.
  const stored = { ...order, secureId, redirectUrl, payableUntil: desk.now() + payableMs };
  return (await desk.store.insert(stored, instead)) ? { order: stored, session } : undefined;
}
