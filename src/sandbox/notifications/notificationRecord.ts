import { isLoopback } from '../../contract/urls';
import type { SignParams } from '../../server/signing/canonical';
import { sign } from '../../server/signing/sign';
import type { DeliveryAttempt } from './deliver';
import type { LedgerOrder } from '../orders/ledger';
import type { NotificationFaultKind } from './notificationFaults';

export type SignedOrder = Readonly<LedgerOrder & { sign: string }>;

/** A notification and what became of it. */
export interface NotificationRecord {
  readonly id: number;
  readonly mchOrderNo: string;
  readonly payOrderId: string;
  readonly notifyUrl: string;
  state: 'waiting' | 'delivered' | 'undeliverable' | 'lost';
  /** What goes wrong with it. */
  readonly fault?: NotificationFaultKind;
  readonly attempts: DeliveryAttempt[];
  /** The signed message. */
  readonly body: SignedOrder;
}

/** The order as it stands now, signed: a notification keeps saying what was true when it began. */
export function createRecord(
  id: number,
  order: LedgerOrder,
  notifyUrl: string,
  merchantKey: string,
  fault: NotificationFaultKind | undefined,
): NotificationRecord {
  const sendable = fault === 'lost' ? 'lost' : 'waiting';
  return {
    id,
    mchOrderNo: order.mchOrderNo,
    payOrderId: order.payOrderId,
    notifyUrl,
    state: staysOnThisComputer(notifyUrl) ? sendable : 'undeliverable',
    ...(fault && { fault }),
    attempts: [],
    body: { ...order, sign: sign({ ...order }, merchantKey) },
  };
}

/** The sandbox never calls out: it runs with keys and cards that anybody knows. */
export function staysOnThisComputer(url: string): boolean {
  return isLoopback(new URL(url).hostname);
}

/** A message signed by somebody who has not got the merchant's key. */
export function signedByAnother(message: SignParams, merchantKey: string): object {
  return { ...message, sign: sign(message, `not ${merchantKey}`) };
}
