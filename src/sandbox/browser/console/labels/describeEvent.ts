import type { CallbackEvent, CardEvent, ConsoleEvent, NotificationEvent } from '../../../consoleApi/events';
import type { DeliveryAttempt } from '../../../consoleApi/notifications';
import { formatAmount } from '../../money';
import type { Tone } from './orderLabels';

/** What a shop answered, as short as it can be said. */
export function answerOf({ error, httpStatus, answer = '' }: DeliveryAttempt): string {
  if (error !== undefined) return error;
  return `HTTP ${httpStatus ?? '?'} “${answer.replace(/\s+/g, ' ').trim().slice(0, 80)}”`;
}

function calledBack({ events }: CallbackEvent): string {
  return events
    .map((event) => {
      const { result, retCode, message } = event as Partial<Record<'result' | 'retCode' | 'message', string>>;
      return [result ?? retCode ?? '?', message].filter(Boolean).join(' ');
    })
    .join(' · ');
}

const cardDetail = ({ card, cardNum, message }: CardEvent) =>
  [card, cardNum, message].filter(Boolean).join(' · ');

const notificationDetail = ({ attempt, answer }: NotificationEvent) =>
  attempt === 0 ? (answer.error ?? '') : answerOf(answer);

/** The second line of an event: what the wire said, in the gateway's own words. */
export function detailOf(event: ConsoleEvent, language: string): string {
  switch (event.type) {
    case 'call':
      return event.answer.status === 0
        ? 'HTTP —'
        : [event.answer.status !== 200 && `HTTP ${event.answer.status}`, event.retCode, event.retMsg]
            .filter(Boolean)
            .join(' · ');
    case 'form':
      return event.dead ?? `${event.mode} · ${event.integration}`;
    case 'card':
      return cardDetail(event);
    case 'callback':
      return calledBack(event);
    case 'order':
      return `${formatAmount(event.amount, 'CAD', language)} · status ${event.status}`;
    case 'notification':
      return notificationDetail(event);
    case 'fault':
      return [event.call, event.message].filter(Boolean).join(' · ');
    case 'control':
      return event.message;
  }
}

const cardTones = {
  success: 'good',
  failed: 'bad',
  unknown: 'wait',
  waiting: 'wait',
  refused: 'bad',
} as const;

const changeTones: Readonly<Record<string, Tone>> = {
  paid: 'good',
  settled: 'good',
  failed: 'bad',
  expired: 'bad',
  undecided: 'wait',
  refunded: 'back',
  voided: 'back',
};

/** The colour of an event's mark. */
export function toneOf(event: ConsoleEvent): Tone {
  switch (event.type) {
    case 'call':
      return event.retCode === 'SUCCESS' && event.wrong.length === 0 ? 'good' : 'bad';
    case 'card':
      return cardTones[event.result];
    case 'order':
      return changeTones[event.change] ?? 'plain';
    case 'notification':
      return event.acknowledged ? 'good' : 'bad';
    case 'fault':
      return 'wait';
    case 'form':
      return event.dead === undefined ? 'plain' : 'bad';
    default:
      return 'plain';
  }
}
