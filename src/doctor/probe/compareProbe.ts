import { isDeepStrictEqual } from 'node:util';
import { gatewayQuestions } from '../../sandbox/likeness/answersSchema';
import type { Behaviour, GatewayQuestion } from '../../sandbox/likeness/gatewayAnswers';
import type { Probe } from '../../sandbox/likeness/probe';
import { questionWords } from './questionWords';

/** One question that a gateway answers otherwise than a sandbox. */
export interface Difference {
  readonly question: GatewayQuestion;
  /** The question in words. */
  readonly words: string;
  readonly gateway: unknown;
  readonly sandbox: unknown;
}

/** Where a probed gateway and a sandbox differ. What the probe doesn't know is no difference. */
export function compareProbe({ answers }: Pick<Probe, 'answers'>, sandbox: Behaviour): Difference[] {
  return gatewayQuestions
    .filter((question) => answers[question] !== undefined)
    .map((question) => ({
      question,
      words: questionWords[question],
      gateway: answers[question],
      // A person answers this question, so without them it can't be compared.
      sandbox: withoutUnseen(answers[question], sandbox[question]),
    }))
    .filter(({ gateway, sandbox: own }) => !isDeepStrictEqual(gateway, own));
}

function withoutUnseen(gateway: unknown, own: unknown): unknown {
  const isUnseen = isUnusableForm(gateway) && isUnusableForm(own) && gateway.shows === undefined;
  return isUnseen ? { calls: own.calls } : own;
}

function isUnusableForm(answer: unknown): answer is { calls: string; shows?: string } {
  return typeof answer === 'object' && answer !== null && 'calls' in answer;
}
