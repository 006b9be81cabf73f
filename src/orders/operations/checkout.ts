import type { IotPaySession } from 'react-iotpay/server';
import { IotPayOrdersError } from '../errors';
import { payableMs } from '../ledger/schedule';
import type { Checkout } from '../options';
import type { StoredOrder } from '../stores/store';
import { checkSale } from './checkSale';
import type { Desk } from './desk';
import { lookAtKey } from './lookAtKey';
import { newOrder } from './newOrder';

/** An open form, or what is known of the order that stands in its way. */
export type Opened =
  | { readonly order: StoredOrder; readonly session: IotPaySession }
  | { readonly order: StoredOrder; readonly settled: 'paid' | 'unknown' };

/** More than enough: in each round somebody else has changed the key's order. */
const rounds = 10;

/**
 * Opens an order for a form, or gives back the one that is open. A paid or undecided one is never sold again.
 *
 * @throws IotPayOrdersError `invalid_request`, `key_in_use`, `busy`; and what the gateway's client throws: nothing is stored then, and
 * trying again is safe
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
 * The order is stored before anyone gets its secureId, so nothing can be paid that the shop does not know. Of two requests for one
 * key both may ask the gateway, and the first to be stored is the answer to both: nobody ever sees the other secureId.
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
