import { textOf } from '../../contract/wire';
import { testCards } from '../cards/testCards';
import type { CallEvent, CardEvent } from '../consoleApi/events';
import type { Scenario, ScenarioStep } from '../consoleApi/scenario';
import { fieldsOf } from '../events/maskWire';
import type { Gateway } from '../gateway';

/** Writes actions down as the steps of a scenario. */
export interface Recorder {
  isRecording(): boolean;
  begin(name: string): void;
  /** A command of the console. */
  step(step: ScenarioStep): void;
  end(): Scenario | undefined;
}

/** A shorter pause only comes from how fast a person clicks. */
const shortestPauseMs = 1000;

/** The player adds these itself. */
const addedFields = ['mchId', 'loginName', 'sign'];

/** A call of the shop as a step; refused ones are part of the story, too. */
function stepOfCall(event: CallEvent): ScenarioStep | undefined {
  const fields = fieldsOf(event.request.body);
  const mchOrderNo = textOf(fields.mchOrderNo);
  const { mchRefundNo, refundAmount } = fields;
  if (event.call === 'cc_purchase' && mchOrderNo !== undefined && typeof fields.amount === 'number') {
    const { amount, channel, subject, notifyUrl } = fields;
    return {
      do: 'purchase',
      mchOrderNo,
      amount,
      ...((channel === 'PF_CC' || channel === 'UPI_EX') && { channel }),
      ...(typeof subject === 'string' && { subject }),
      ...(typeof notifyUrl === 'string' && { notifyUrl }),
    };
  }
  // The gateway's own numbers are others in a replay: the payment is named by the shop's.
  const payment = event.paymentNo ?? event.mchOrderNo;
  if (event.call === 'cc_query' && payment !== undefined) return { do: 'query', mchOrderNo: payment };
  if (typeof mchRefundNo === 'string' && event.paymentNo !== undefined) {
    const about = { mchOrderNo: event.paymentNo, mchRefundNo };
    if (event.call === 'cc_void') return { do: 'void', ...about };
    if (typeof refundAmount === 'number') return { do: 'refund', ...about, amount: refundAmount };
  }
  // Its card is saved by a step of its own.
  if (/^cc_addcard$/i.test(event.call) || !/^cc_\w+$/.test(event.call)) return undefined;
  const flat = Object.entries(fields).filter(
    ([name, value]) => !addedFields.includes(name) && ['string', 'number'].includes(typeof value),
  );
  return {
    do: 'call',
    call: event.call,
    fields: Object.fromEntries(flat) as Record<string, string | number>,
  };
}

function stepOfCard(event: CardEvent): ScenarioStep | undefined {
  const card = testCards.find(({ title }) => title === event.card)?.number;
  if (card === undefined || event.result === 'refused') return undefined;
  if (event.mchOrderNo !== undefined) return { do: 'pay', mchOrderNo: event.mchOrderNo, card };
  return event.cardId === undefined ? undefined : { do: 'saveCard', cardId: event.cardId, card };
}

export function createRecorder({ journal, time }: Gateway): Recorder {
  let recording: { name: string; steps: ScenarioStep[]; lastAt: number } | undefined;

  function add(step: ScenarioStep): void {
    if (!recording) return;
    const pauseMs = Math.round(time.now() - recording.lastAt);
    // A move of the time is its own pause.
    if (step.do !== 'advance' && pauseMs >= shortestPauseMs && recording.steps.length > 0) {
      recording.steps.push({ do: 'advance', ms: pauseMs });
    }
    recording.steps.push(step);
    recording.lastAt = time.now();
  }
  journal.subscribe(({ event }) => {
    const step =
      event.type === 'call' ? stepOfCall(event) : event.type === 'card' ? stepOfCard(event) : undefined;
    if (step) add(step);
  });

  return {
    isRecording: () => recording !== undefined,
    begin(name) {
      recording = { name, steps: [], lastAt: time.now() };
    },
    step: add,
    end() {
      const ended = recording;
      recording = undefined;
      return ended && { version: 1, name: ended.name, steps: ended.steps };
    },
  };
}
