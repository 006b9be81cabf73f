import { loadIotPayScript } from 'react-iotpay';
import type { Evidence } from '../page/evidence';
import type { MountPlan } from '../page/hostedSdk';
import type { Network } from '../page/scriptTags';
import type { SdkEventName } from '../page/sdkEvents';
import type { ServerAnswer, ServerPlan } from '../page/shopServer';
import { defineStep } from './command';

/** Picks one of a list by any number. */
function chosen<T>(list: readonly T[], number: number): T | undefined {
  return list[number % list.length];
}

export const setNetwork = defineStep('setNetwork', (network: Network) => ({
  says: `IOTPay’s script ${{ works: 'can be loaded', fails: 'can’t be loaded', hangs: 'does not arrive' }[network]} from now on`,
  when: ({ script }) => script.network !== network,
  does: ({ evidence, perform }) => perform(() => evidence.script.setNetwork(network)),
}));

/** Another part of the page, or another library on it, wants the script. */
export const loadScriptElsewhere = defineStep('loadScriptElsewhere', () => ({
  says: 'another part of the page calls loadIotPayScript()',
  does: ({ perform }) => perform(() => void loadIotPayScript({ retries: 0 }).catch(() => undefined)),
}));

export const planMounts = defineStep('planMounts', (plan: MountPlan) => ({
  says:
    typeof plan === 'object'
      ? `the next forms call back while mount() runs: ${plan.callsBack}`
      : `the next forms: ${plan}`,
  does: ({ evidence: { sdk } }) => {
    sdk.plan = plan;
  },
}));

const unloaded = ({ sdk }: Evidence) =>
  sdk.forms.filter(
    (form) => !form.threw && !form.loaded && (form.frame?.isConnected ?? form.host.isConnected),
  );

export const loadForm = defineStep('loadForm', (number: number) => ({
  says: `a form (number ${number} of those that wait) gets its iframe, and it loads`,
  when: (evidence) => unloaded(evidence).length > 0,
  does: ({ evidence, perform }) =>
    perform(() => {
      const form = chosen(unloaded(evidence), number);
      if (form) evidence.sdk.load(form);
    }),
}));

/** Any form that there ever was may call back, as often as it likes. */
export const callBack = defineStep('callBack', (number: number, names: readonly SdkEventName[]) => ({
  says: `form ${number} (of all so far) calls back: ${names.join(', then ')}`,
  when: ({ sdk }) => sdk.forms.length > 0,
  does: ({ evidence: { sdk, log }, perform }) =>
    perform(() => {
      const form = chosen(sdk.forms, sdk.forms.length - 1 - (number % sdk.forms.length));
      if (!form) return;
      log.push(`  that is ${form.payment}`);
      for (const name of names) sdk.callBack(form, name);
    }),
}));

export const planAnswers = defineStep('planAnswers', (plan: ServerPlan) => ({
  says: `the shop’s server answers from now on: ${plan}`,
  when: ({ server }) => server.plan !== plan,
  does: ({ evidence: { server } }) => {
    server.plan = plan;
  },
}));

const unanswered = ({ server }: Evidence) => server.requests.filter(({ answer }) => !answer);

export const answerRequest = defineStep('answerRequest', (number: number, answer: ServerAnswer) => ({
  says: `a request (number ${number} of those that wait) is answered: ${answer}`,
  when: (evidence) => unanswered(evidence).length > 0,
  does: ({ evidence, perform }) =>
    perform(() => {
      const request = chosen(unanswered(evidence), number);
      if (request) evidence.server.answer(request, answer);
    }),
}));
