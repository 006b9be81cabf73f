import type { ForcedOutcome, Forgery } from '../../../consoleApi/commands';
import type { ConsoleOrder, OrderState } from '../../../consoleApi/orders';

export type Tone = 'good' | 'bad' | 'wait' | 'back' | 'plain';

/** What an order's state is called, and its colour. */
export const stateLabels: Readonly<Record<OrderState, readonly [label: string, tone: Tone]>> = {
  open: ['Open', 'plain'],
  pending: ['Pending', 'wait'],
  undecided: ['Undecided', 'wait'],
  paid: ['Paid', 'good'],
  settled: ['Settled', 'good'],
  failed: ['Failed', 'bad'],
  partlyRefunded: ['Partly refunded', 'back'],
  refunded: ['Refunded', 'back'],
  void: ['Voided', 'back'],
};

const kindLabels = { refund: ['Refund', 'back'], void: ['Void', 'back'] } as const;

/** A refund or void is named by its kind, because its state only says that it went through. */
export function labelOfOrder({ kind, state }: ConsoleOrder): readonly [label: string, tone: Tone] {
  return kind === 'payment' ? stateLabels[state] : kindLabels[kind];
}

export const kindNames = [...Object.values(kindLabels).map(([label]) => label)];

export const outcomeLabels: Readonly<Record<ForcedOutcome, string>> = {
  paid: 'Paid',
  declined: 'Declined',
  undecided: 'Undecided',
  timeout: 'Timeout',
  expired: 'Expired',
  noSuchOrder: 'No such order',
};

export const forgeryLabels: Readonly<Record<Forgery, string>> = {
  wrongKey: 'Signed with a wrong key',
  otherAmount: 'Another amount',
  otherOrder: 'Another order',
  repeated: 'Three times at once',
  late: 'Late',
};

export const sessionLabels: Readonly<Record<NonNullable<ConsoleOrder['session']>, string>> = {
  usable: 'takes a card',
  used: 'was used',
  expired: 'has expired',
};
