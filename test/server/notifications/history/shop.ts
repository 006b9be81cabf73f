import {
  createNotificationHandler,
  type IotPayOrder,
  type NotificationAnswer,
} from '../../../../src/server/index';
import { iotpay } from '../notificationDouble';
import { type Delivery, messageOf } from './delivery';

/** How the shop's functions behave from now on. */
export const moods = [
  'stores',
  'throws',
  'hangs',
  'expect throws',
  'expect hangs',
  'expect returns nonsense',
  'knows nothing',
] as const;
export type Mood = (typeof moods)[number];

/** A run of `onPayment` that goes on until the history ends it. */
interface HangingRun {
  readonly end: (error?: Error) => void;
}

/** One delivery and what became of it. */
export interface Delivered {
  readonly delivery: Delivery;
  readonly startedAt: number;
  answer?: NotificationAnswer;
  /** Whether the shop had stored the payment when the answer was given. */
  wasStored?: boolean;
}

/** In milliseconds, of the handler under test. */
export const handlerTimeoutMs = 1000;

/** A shop whose database stores a payment once, however often it is told, and everything that is to be seen of it. */
export function openModelShop() {
  let mood: Mood = 'stores';
  const stored = new Map<string, number>();
  const told: IotPayOrder[] = [];
  const running = new Map<string, number[]>();
  const overlaps: string[] = [];
  const hanging: HangingRun[] = [];
  const delivered: Delivered[] = [];
  const problems: string[] = [];

  const hang = () =>
    new Promise<void>((resolve, reject) => {
      hanging.push({ end: (error) => (error ? reject(error) : resolve()) });
    });

  async function onPayment(order: IotPayOrder): Promise<void> {
    told.push(order);
    const { payOrderId } = order;
    const starts = running.get(payOrderId) ?? [];
    // A run that was given up may go on beside the next one.
    if (starts.some((start) => Date.now() - start < handlerTimeoutMs)) overlaps.push(payOrderId);
    const start = Date.now();
    running.set(payOrderId, [...starts, start]);
    try {
      if (mood === 'throws') throw new Error('database down');
      if (mood === 'hangs') await hang();
      stored.set(payOrderId, (stored.get(payOrderId) ?? 0) + (stored.has(payOrderId) ? 0 : 1));
    } finally {
      const left = running.get(payOrderId) ?? [];
      left.splice(left.indexOf(start), 1);
      running.set(payOrderId, left);
    }
  }

  async function expect({ mchOrderNo }: IotPayOrder) {
    if (mood === 'expect throws') throw new Error('database down');
    if (mood === 'expect hangs') await hang();
    if (mood === 'expect returns nonsense') return { amount: '19.99' };
    return mood === 'knows nothing' ? null : { amount: '1999', mchOrderNo };
  }

  const { receive } = createNotificationHandler({
    iotpay,
    expect,
    onPayment,
    handlerTimeoutMs,
    onReject: ({ reason }) => {
      problems.push(reason);
      if (mood === 'throws') throw new Error('log full');
    },
    onError: () => {
      problems.push('error');
    },
  });

  /** Delivers a notification; its answer may come at once or much later. */
  function deliver(delivery: Delivery): void {
    const entry: Delivered = { delivery, startedAt: Date.now() };
    delivered.push(entry);
    void receive(messageOf(delivery)).then((answer) => {
      entry.answer = answer;
      entry.wasStored = stored.has(`PC${delivery.order}`);
    });
  }

  return {
    stored,
    told,
    overlaps,
    hanging,
    delivered,
    problems,
    deliver,
    setMood(next: Mood) {
      mood = next;
    },
  };
}

export type ModelShop = ReturnType<typeof openModelShop>;
