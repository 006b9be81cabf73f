import type { ActiveFault, FaultCommand, NotificationFaultCommand } from '../../../consoleApi/commands';

/** A switch of the drawer. */
export type FaultSwitch = { readonly label: string } & (
  | { readonly of: 'call'; readonly fault: Omit<FaultCommand, 'call'> & { call?: string } }
  | { readonly of: 'notification'; readonly fault: NotificationFaultCommand }
);

/** Of the calls: `call` is what the drawer's menu says, but for those that name one. */
export const callSwitches: readonly FaultSwitch[] = [
  { of: 'call', label: 'The answer is broken JSON', fault: { kind: 'brokenJson' } },
  { of: 'call', label: 'The answer says FAIL', fault: { kind: 'fail' } },
  { of: 'call', label: 'The answer is cut off', fault: { kind: 'cut' } },
  { of: 'call', label: 'The answer comes 10 seconds late', fault: { kind: 'delay', ms: 10_000 } },
  { of: 'call', label: 'The answer is an HTML page', fault: { kind: 'html' } },
  { of: 'call', label: 'The answer is HTTP 502', fault: { kind: 'http', status: 502 } },
];

export const notificationSwitches: readonly FaultSwitch[] = [
  { of: 'notification', label: 'The notification is lost', fault: { kind: 'lost' } },
  { of: 'notification', label: 'The notification comes twice', fault: { kind: 'doubled' } },
  { of: 'notification', label: 'The notification comes late', fault: { kind: 'late' } },
  {
    of: 'notification',
    label: 'The notification waits until a later one was sent',
    fault: { kind: 'outOfOrder' },
  },
  { of: 'notification', label: 'The notification is wrongly signed', fault: { kind: 'wrongSignature' } },
];

export const chipLabels: Readonly<Record<ActiveFault['kind'], string>> = {
  delay: 'late',
  fail: 'FAIL',
  http: 'HTTP error',
  html: 'HTML',
  brokenJson: 'broken JSON',
  cut: 'cut off',
  lost: 'lost',
  doubled: 'twice',
  late: 'late',
  outOfOrder: 'out of order',
  wrongSignature: 'wrongly signed',
};

/** How long a fault stays on. */
export const spans = {
  once: { label: 'Once', limits: {} },
  often: { label: 'Five times', limits: { times: 5 } },
  long: { label: 'For ten minutes', limits: { forMs: 600_000 } },
} as const;

/** The calls that a fault can be for. */
export const spoiledCalls = [
  'cc_query',
  'cc_purchase',
  'cc_purchasewithtoken',
  'cc_purchasewithwallet',
  'cc_refund',
  'cc_void',
  'cc_addcard',
  'cc_querycard',
  'submit',
  'iotpaycc.js',
] as const;
