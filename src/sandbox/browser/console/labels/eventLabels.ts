import type { ConsoleEvent, ConsoleEventType, ControlEvent, OrderEvent } from '../../../consoleApi/events';

export const typeLabels: Readonly<Record<ConsoleEventType, string>> = {
  call: 'Calls',
  form: 'Forms',
  card: 'Cards',
  callback: 'Callbacks',
  order: 'Orders',
  notification: 'Notifications',
  fault: 'Faults',
  control: 'Console',
};

export const changeLabels: Readonly<Record<OrderEvent['change'], string>> = {
  opened: 'Order opened',
  charged: 'Card charged',
  paid: 'Order paid',
  undecided: 'Order undecided',
  failed: 'Order failed',
  refunded: 'Refunded',
  voided: 'Voided',
  settled: 'Settled',
  expired: 'Card page expired',
  forced: 'Outcome forced',
  unforced: 'Force taken back',
};

export const controlLabels: Readonly<Record<ControlEvent['action'], string>> = {
  started: 'Sandbox started',
  reset: 'Sandbox reset',
  undone: 'Reset undone',
  advanced: 'Time moved on',
  clocks: 'Clocks changed',
  faults: 'Faults changed',
  seeded: 'Orders seeded',
  played: 'Scenario played',
  recording: 'Recording begun',
  recorded: 'Recording ended',
};

export const originLabels = {
  gateway: 'Notification',
  again: 'Notification sent again',
  changed: 'Changed notification',
  forged: 'Forged notification',
} as const;

export const cardResultLabels = {
  success: 'Card accepted',
  failed: 'Card declined',
  unknown: 'Card, outcome unknown',
  waiting: 'UnionPay app asked',
  refused: 'Card not even tried',
} as const;

export const plainLabels = {
  form: 'Card page opened',
  deadForm: 'Card page could not be opened',
  callback: 'Script called back',
  return: 'Customer sent back to the shop',
  callFault: 'Fault hit an answer',
  notificationFault: 'Fault hit a notification',
} as const;

/** What an event is called. A call goes by the name that the gateway gives it. */
export function titleOf(event: ConsoleEvent): string {
  switch (event.type) {
    case 'call':
      return event.call;
    case 'form':
      return event.dead === undefined ? plainLabels.form : plainLabels.deadForm;
    case 'card':
      return cardResultLabels[event.result];
    case 'callback':
      return event.integration === 'frame' ? plainLabels.callback : plainLabels.return;
    case 'order':
      return changeLabels[event.change];
    case 'notification':
      return originLabels[event.origin];
    case 'fault':
      return event.of === 'call' ? plainLabels.callFault : plainLabels.notificationFault;
    case 'control':
      return controlLabels[event.action];
  }
}
