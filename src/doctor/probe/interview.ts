import type { GatewayAnswers, GatewayQuestion, GatewaySaid } from '../../sandbox/likeness/gatewayAnswers';
import { callGateway, type Fields, type GatewayAnswer, postText, signMessage } from '../gateway/gatewayCall';
import type { GatewaySettings } from '../settings';
import { type Blotter, createBlotter } from './blotter';

/** Asks a gateway question after question, and keeps the answers without secrets. */
export interface Interview {
  readonly settings: GatewaySettings;
  readonly blotter: Blotter;
  readonly answers: GatewayAnswers;
  /** Why the other questions have no answer. */
  readonly unknown: Readonly<Record<string, string>>;
  /** Signs a message as the documentation says, or with another key. */
  sign(fields: Fields, key?: string): Fields;
  /** Sends a message; `undefined` where no answer came. */
  send(call: string, message: Fields | string): Promise<GatewayAnswer | undefined>;
  /** How an answer reads, fit for everybody's eyes. */
  read(answer: GatewayAnswer, field?: string): GatewaySaid;
  learn<Question extends GatewayQuestion>(question: Question, answer: GatewayAnswers[Question]): void;
  cannotTell(question: GatewayQuestion, why: string): void;
}

const noAnswer = 'no answer came';

export function createInterview(settings: GatewaySettings): Interview {
  const blotter = createBlotter();
  const answers: Record<string, unknown> = {};
  const unknown: Record<string, string> = {};
  blotter.hide(settings.merchantKey);
  blotter.name(settings.mchId, 'mchId');
  blotter.name(settings.loginName, 'loginName');

  return {
    settings,
    blotter,
    answers,
    unknown,
    sign(fields, key) {
      const message = signMessage(settings, fields, key);
      blotter.hide(String(message.sign));
      return message;
    },
    async send(call, message) {
      const result =
        typeof message === 'string'
          ? await postText(settings, call, message)
          : await callGateway(settings, call, message);
      if ('failure' in result) return undefined;
      hideSession(result, blotter);
      return result;
    },
    read({ httpStatus, retCode, retMsg }, field) {
      if (retMsg === undefined) return { httpStatus, retCode };
      const clean = blotter.clean(retMsg);
      return {
        httpStatus,
        retCode,
        retMsg: field === undefined ? clean : nameField(clean, field),
      };
    },
    learn(question, answer) {
      if (answer === undefined) unknown[question] = noAnswer;
      else answers[question] = answer;
    },
    cannotTell(question, why) {
      unknown[question] = why;
    },
  };
}

/** The field's name as `{field}`, but not where it is the name of a value already. */
function nameField(text: string, field: string): string {
  return text.replace(new RegExp(`(?<![\\w{])${field}(?![\\w}])`, 'g'), '{field}');
}

/** A `secureId` opens a payment, wherever the gateway repeats it. */
function hideSession({ retData }: GatewayAnswer, blotter: Blotter): void {
  for (const [name, value] of Object.entries(retData)) {
    if (typeof value === 'string' && /secure|sign|token|cv|card(num|no)/i.test(name)) blotter.hide(value);
    if (typeof value === 'string' && /^https?:/.test(value) && URL.canParse(value)) {
      for (const part of new URL(value).searchParams.values()) blotter.hide(part);
    }
  }
}
