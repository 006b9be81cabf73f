import type { PageAnswer, CardPageResult } from '../browser/pageData';
import { brandOf, digitsOf } from '../cardRules/cardNumber';
import type { SandboxConsole } from '../consoleApi/sandboxConsole';
import type { Gateway } from '../gateway';
import type { SignedCall } from '../shop/signedCall';
import type { CheckedStep } from './scenarioSchema';

type StepOf<Name extends CheckedStep['do']> = Extract<CheckedStep, { do: Name }>;

/** What a scenario is played with. */
export interface Stage {
  readonly gateway: Gateway;
  readonly console: SandboxConsole;
  readonly call: SignedCall;
  readonly url: string;
  readonly notifyUrl: string;
  readonly returnUrl: (mchOrderNo: string) => string;
}

/** Plays one step to its end. */
export async function playStep(step: CheckedStep, stage: Stage): Promise<void> {
  const { console: commands, call } = stage;
  switch (step.do) {
    case 'purchase':
      await purchase(step, stage);
      return;
    case 'pay':
      await pay(stage.gateway.sessions.ofOrder(step.mchOrderNo)?.key, step.card, stage);
      return;
    case 'saveCard':
      await saveCard(step, stage);
      return;
    case 'call':
      await call(step.call, step.fields);
      return;
    case 'query':
      await call('cc_query', { mchOrderNo: step.mchOrderNo });
      return;
    case 'refund':
    case 'void':
      await giveBack(step, stage);
      return;
    case 'force':
      commands.force(step.mchOrderNo, { outcome: step.outcome, when: step.when });
      return;
    case 'fault':
      commands.addFault(commandOf(step));
      return;
    case 'notificationFault':
      commands.addNotificationFault(commandOf(step));
      return;
    case 'noFaults':
      commands.removeFaults();
      return;
    case 'notify':
      await commands.notify(commandOf(step));
      return;
    case 'advance':
      await commands.advance(step.ms);
      return;
    case 'settle':
      commands.settle(step.mchOrderNo);
      return;
    case 'clocks':
      commands.changeClocks(step.clocks);
      return;
    case 'together':
      await playTogether(step, stage);
  }
}

/** A step without the word that says what it does. */
function commandOf<Step extends CheckedStep>(step: Step): Omit<Step, 'do'> {
  return Object.fromEntries(Object.entries(step).filter(([name]) => name !== 'do')) as Omit<Step, 'do'>;
}

/** Each step's call is at the gateway before the next one is made, so that a replay meets the same order. */
async function playTogether({ steps }: StepOf<'together'>, stage: Stage): Promise<void> {
  const played: Promise<void>[] = [];
  for (const step of steps) {
    const arrived = stage.gateway.arrivals.next();
    const one = playStep(step, stage);
    played.push(one);
    await Promise.race([arrived, one.catch(() => undefined)]);
  }
  await Promise.all(played);
}

async function purchase(step: StepOf<'purchase'>, { call, notifyUrl, returnUrl }: Stage): Promise<void> {
  const { mchOrderNo, amount, channel = 'PF_CC', subject } = step;
  await call('cc_purchase', {
    mchOrderNo,
    amount,
    currency: 'CAD',
    channel,
    ...(subject !== undefined && { subject }),
    notifyUrl: step.notifyUrl ?? notifyUrl,
    returnUrl: returnUrl(mchOrderNo),
  });
}

async function saveCard(step: StepOf<'saveCard'>, stage: Stage): Promise<void> {
  const { cardId, card, channel = 'PF_CC' } = step;
  const { addCardName } = stage.gateway.behaviour;
  const name = addCardName === 'cc_addCard' ? addCardName : 'cc_addcard';
  const { retData } = await stage.call(name, { cardId, channel, returnUrl: stage.returnUrl(cardId) });
  await pay((retData as { secureId?: string } | undefined)?.secureId, card, stage);
}

async function giveBack(step: StepOf<'refund'> | StepOf<'void'>, stage: Stage): Promise<void> {
  const payOrderId = stage.gateway.ledger.find({ mchOrderNo: step.mchOrderNo })?.order.payOrderId ?? 'NONE';
  const fields = { mchRefundNo: step.mchRefundNo, payOrderId, notifyUrl: stage.notifyUrl };
  if (step.do === 'void') await stage.call('cc_void', fields);
  else await stage.call('cc_refund', { ...fields, refundAmount: step.amount });
}

/** The customer, and the card page: it asks for as long as the real one would, and tells what the shop's page was told. */
async function pay(key: string | undefined, number: string, { gateway, url }: Stage): Promise<void> {
  if (key === undefined) return;
  const post = async (path: string, body: object): Promise<PageAnswer | undefined> => {
    const arrived = fetch(`${url}/cc/${path}`, { method: 'POST', body: JSON.stringify(body) });
    try {
      return (await (await arrived).json()) as PageAnswer;
    } catch {
      return undefined;
    }
  };
  const code = '1234'.slice(0, brandOf(number)?.codeLength ?? 3);
  const card = { number: digitsOf(number), holder: 'Ada Lovelace', expiry: '12/44', code };
  const answer = await post('submit', { key, card });
  let finished: CardPageResult | undefined = answer?.state === 'finished' ? answer : undefined;
  if (answer?.state === 'waiting') {
    for (let poll = 0; poll < answer.polls && !finished; poll += 1) {
      await gateway.time.advance(answer.intervalMs);
      const polled = await post('poll', { key });
      if (polled?.state === 'finished') finished = polled;
    }
    finished ??= answer.timeout;
  }
  if (finished) await post('told', { key, integration: 'frame', events: finished.events });
}
