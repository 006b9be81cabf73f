import type { Behaviour, GatewayAnswers, GatewayQuestion } from './gatewayAnswers';
import { usualBehaviour } from './usualBehaviour';

/** The answers that the sandbox only shows, because to imitate them would help no shop's test. */
const fixed: readonly GatewayQuestion[] = [
  'secureId',
  'redirectUrl',
  'answerFields',
  'orderFields',
  'scriptGlobals',
  'scriptMethods',
  'outcomeCalls',
  'outcomeShape',
];

/** The sandbox as it is without a probe, or as much like the probed gateway as it can be. */
export function behaveLike(answers: GatewayAnswers = {}): Behaviour {
  const imitated = Object.entries(answers).filter(([question, answer]) =>
    canImitate(question as GatewayQuestion, answer),
  );
  const behaviour = { ...usualBehaviour, ...(Object.fromEntries(imitated) as Partial<Behaviour>) };
  return {
    ...behaviour,
    // The probe may not know how the form looked. Then it looks as usual.
    unknownSecureId: { ...usualBehaviour.unknownSecureId, ...behaviour.unknownSecureId },
    spentSecureId: { ...usualBehaviour.spentSecureId, ...behaviour.spentSecureId },
  };
}

/** It imitates how a refusal reads, not that something is accepted which it refuses, nor an answer that is no JSON. */
function canImitate(question: GatewayQuestion, answer: GatewayAnswers[GatewayQuestion]): boolean {
  if (answer === undefined || fixed.includes(question)) return false;
  // Without an iframe, or with no order of fields that is right, nothing would work any more.
  if (question === 'mountFrame') return answer !== 'never';
  if (question === 'twoForms') return answer !== 'none';
  if (question === 'fieldOrder') return answer !== 'neither';
  if (typeof answer !== 'object' || Array.isArray(answer)) return true;
  if ('retCode' in answer)
    return question === 'unpaidOrder' ? isOrder(answer) || isFail(answer) : isFail(answer);
  return 'calls' in answer && answer.calls !== 'SUCCESS' && answer.shows !== 'no frame';
}

function isFail(answer: object): boolean {
  return 'retCode' in answer && answer.retCode === 'FAIL' && 'retMsg' in answer;
}

function isOrder(answer: object): boolean {
  if (!('retCode' in answer) || answer.retCode !== 'SUCCESS') return false;
  return 'status' in answer && (answer.status === 0 || answer.status === 1);
}
