import type { Row } from './homeRows';

/** A notification as `GET /_sandbox/notifications` lists it. */
export interface ListedNotification {
  mchOrderNo: string;
  notifyUrl: string;
  state: 'waiting' | 'delivered' | 'undeliverable' | 'lost';
  fault?: 'lost' | 'doubled' | 'late' | 'outOfOrder' | 'wrongSignature';
  attempts: { httpStatus?: number; answer?: string; error?: string; wrongSignature?: boolean }[];
}

const badges = {
  waiting: ['Waiting', 'wait'],
  delivered: ['Delivered', 'good'],
  undeliverable: ['Undeliverable', 'bad'],
  lost: ['Lost', 'bad'],
} as const;

const faults = {
  lost: '',
  doubled: 'one of two',
  late: 'late',
  outOfOrder: 'held back until a later one has been sent',
  wrongSignature: 'first attempt wrongly signed',
} as const;

function describeAnswer({ state, attempts }: ListedNotification): string {
  if (state === 'undeliverable') return 'not sent: the sandbox calls only this computer';
  if (state === 'lost') return 'never sent, on purpose';
  const last = attempts.at(-1);
  if (!last) return 'not sent yet';
  const count = attempts.length === 1 ? '1 attempt' : `${attempts.length} attempts`;
  return `${count} · ${last.error ?? `HTTP ${last.httpStatus ?? '?'} “${last.answer ?? ''}”`}`;
}

export function describeNotification(notification: ListedNotification): Row {
  const { mchOrderNo, notifyUrl, state, fault } = notification;
  const [badge, tone] = badges[state];
  const details = [notifyUrl, fault && faults[fault], describeAnswer(notification)];
  return { title: mchOrderNo, amount: '', badge, tone, details: details.filter(Boolean).join(' · ') };
}
