import type { IotPayOrder } from 'react-iotpay/server';
import { IotPayOrdersError } from '../errors';
import { ask, type Sent, sendMoneyCall } from '../gateway/answer';
import { applyReport, close, isUndecided } from '../ledger/applyReport';
import type { Sale } from '../options';
import type { OrderMethod } from '../order';
import { askAbout } from '../settling/askAbout';
import type { StoredOrder } from '../stores/store';
import { checkSale } from './checkSale';
import type { Desk } from './desk';
import { lookAtKey } from './lookAtKey';
import { newOrder } from './newOrder';

const rounds = 10;

/** A way to charge without a form. */
export interface ChargeMethod {
  readonly method: Exclude<OrderMethod, 'form'>;
  readonly cardId?: string | undefined;
  /** Sends the one call that charges. */
  call(order: StoredOrder): Promise<IotPayOrder>;
}

/**
 * Stores an order, then charges for it, once. Its number is known before the charge, so if the answer is lost, the
 * order stays open and is asked about, and is never charged again.
 *
 * @returns the order that this key has now: paid, failed by proof, or open if the result is unknown
 * @throws IotPayOrdersError `invalid_request`, `key_in_use`, `busy`; and the client's error if the call was surely not
 *   sent
 */
export async function charge(desk: Desk, sale: Sale, how: ChargeMethod): Promise<StoredOrder> {
  checkSale(sale);
  for (let round = 1; round <= rounds; round++) {
    const key = await lookAtKey(desk, sale, undefined);
    if (key.kind !== 'free') return key.order;
    const order = newOrder(sale, how.method, desk.now(), { cardId: how.cardId });
    if (await desk.store.insert(order, key.instead)) {
      return read(desk, order, await sendMoneyCall(() => how.call(order)));
    }
  }
  throw new IotPayOrdersError('busy', 'The order could not be opened: its key changes hands too fast.');
}

async function read(desk: Desk, order: StoredOrder, sent: Sent): Promise<StoredOrder> {
  const { mchOrderNo } = order;
  switch (sent.kind) {
    case 'report':
      return desk.move(mchOrderNo, (before, now) => applyReport(before, sent.report, now));
    case 'not_sent':
      await desk.move(mchOrderNo, (before, now) =>
        isUndecided(before) ? close(before, 'failed', 'not_sent', now) : undefined,
      );
      throw sent.error;
    case 'lost':
      return (await askAbout(desk, order, false)).order;
    case 'refused':
      return readRefusal(desk, order, sent.card);
  }
}

/**
 * Asks the gateway once after a FAIL, because a FAIL proves nothing by itself. If the gateway has no such order, only a
 * refusal about a missing card proves that nothing was charged. Otherwise the order stays open and is asked about.
 */
async function readRefusal(desk: Desk, order: StoredOrder, isCardMissing: boolean): Promise<StoredOrder> {
  const { mchOrderNo } = order;
  const answer = await ask(desk.iotpay, { mchOrderNo });
  return desk.move(mchOrderNo, (before, now) => {
    if (answer.kind === 'report') return applyReport(before, answer.report, now);
    const isProved = answer.kind === 'no_such_order' && isCardMissing && isUndecided(before);
    return isProved ? close(before, 'failed', 'declined', now) : undefined;
  });
}
