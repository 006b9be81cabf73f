import type { SignParams } from '../../server/signing/canonical';
import { sign } from '../../server/signing/sign';
import type { NotificationFaultKind } from '../consoleApi/commands';
import type { DeliveryAttempt } from '../consoleApi/notifications';
import type { LedgerEntry, LedgerOrder } from '../orders/ledger';

export type SignedOrder = Readonly<LedgerOrder & { sign: string }>;

/** A notification and what became of it. It holds nothing that JSON could not. */
export interface NotificationRecord {
  readonly id: number;
  readonly mchOrderNo: string;
  readonly payOrderId: string;
  readonly notifyUrl: string;
  readonly paymentNo?: string;
  state: 'waiting' | 'delivered' | 'undeliverable' | 'lost';
  /** Its fault. */
  readonly fault?: NotificationFaultKind;
  readonly attempts: DeliveryAttempt[];
  /** When it is sent next, epoch milliseconds; one that is held back or under way has none. */
  nextAt?: number;
  /** The signed message. */
  readonly body: SignedOrder;
}

/** The order as it stands now, signed: a notification keeps saying what was true when it began. */
export function createRecord(
  id: number,
  { order, paymentNo }: LedgerEntry,
  notifyUrl: string,
  merchantKey: string,
  fault: NotificationFaultKind | undefined,
): NotificationRecord {
  return {
    id,
    mchOrderNo: order.mchOrderNo,
    payOrderId: order.payOrderId,
    notifyUrl,
    ...(paymentNo !== undefined && { paymentNo }),
    state: fault === 'lost' ? 'lost' : 'waiting',
    ...(fault && { fault }),
    attempts: [],
    body: { ...order, sign: sign({ ...order }, merchantKey) },
  };
}

/** Signs a message with another key than the merchant's. */
export function signedByAnother(message: SignParams, merchantKey: string): object {
  return { ...message, sign: sign(message, `not ${merchantKey}`) };
}
