import { sign } from '../../server/signing/sign';
import type { Forgery, NotifyCommand } from '../consoleApi/commands';
import type { NotificationEvent } from '../consoleApi/events';
import type { DeliveryAttempt } from '../consoleApi/notifications';
import type { Gateway } from '../gateway';
import { signedByAnother } from '../notifications/notificationRecord';
import type { LedgerEntry } from '../orders/ledger';
import { findEntry } from './orderTimeline';
import { refuse } from './refuse';

/** The fields that a forgery changes; a wrong key is no field. */
function forgedFields(entry: LedgerEntry, forge: Forgery | undefined, gateway: Gateway) {
  const { order } = entry;
  if (forge === 'wrongKey' && order.status !== 2 && order.status !== 3) return { status: 2 };
  if (forge === 'otherAmount') return { amount: order.amount === 1 ? 2 : 1 };
  if (forge !== 'otherOrder') return {};
  const other = gateway.ledger.all().find((one) => one !== entry && one.kind === 'payment');
  return { mchOrderNo: other?.order.mchOrderNo ?? `${order.mchOrderNo.slice(0, 29)}X` };
}

function originOf({ changes = {}, forge }: NotifyCommand): NotificationEvent['origin'] {
  if (forge === 'wrongKey' || forge === 'otherAmount' || forge === 'otherOrder') return 'forged';
  return Object.keys(changes).length > 0 ? 'changed' : 'again';
}

/**
 * Sends a notification by hand: again as the order stands, changed, or forged.
 *
 * @throws IotPayError `not_found`, or `conflict` for an order without a notifyUrl.
 */
export async function sendByHand(command: NotifyCommand, gateway: Gateway): Promise<DeliveryAttempt[]> {
  const { notifier, time, clocks, credentials } = gateway;
  const { mchOrderNo, changes = {}, forge } = command;
  const entry = findEntry(gateway, mchOrderNo);
  if (entry.notifyUrl === undefined) throw refuse('conflict', 'mchOrderNo: the order has no notifyUrl');
  const message = { ...entry.order, ...forgedFields(entry, forge, gateway), ...changes };
  const signed =
    forge === 'wrongKey'
      ? signedByAnother(message, credentials.merchantKey)
      : { ...message, sign: sign(message, credentials.merchantKey) };
  const origin = originOf(command);
  if (forge === 'late') {
    await time.pause(command.ms ?? clocks.lateNotificationMs);
    // The sandbox was reset meanwhile, so the answer is dropped.
    if (gateway.ledger.find({ mchOrderNo }) !== entry) return [];
  }
  const copies = forge === 'repeated' ? 3 : 1;
  return Promise.all(Array.from({ length: copies }, () => notifier.send(entry, signed, origin)));
}
