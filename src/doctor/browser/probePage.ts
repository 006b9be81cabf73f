import type { IotPayFactory } from '../../contract/sdk';
import { createPlace, hasFrame, openForm, pause, waitForFrame } from './forms';
import type { ProbePageData, ProbePageReport } from './pageData';
import { askPerson, say } from './person';
import { loadHostedScript, methodsOf, shapeOf } from './script';
import { tryUnusable } from './unusableForm';

/** A `secureId` of the right shape that the gateway never issued. */
const madeUp = '0'.repeat(64);

/** The answers from before the page was reloaded, as it is once a form was paid. */
const earlier = JSON.parse(sessionStorage.getItem('report') ?? 'null') as ProbePageReport | null;

const answers: Record<string, unknown> = { ...earlier?.answers };
const unknown: Record<string, string> = { ...earlier?.unknown };

/** One question after the other. One that goes wrong leaves the others alone. */
async function ask(questions: readonly string[], find: () => Promise<Readonly<Record<string, unknown>>>) {
  try {
    Object.assign(answers, await find());
  } catch (error) {
    const why = error instanceof Error ? error.message : 'the hosted script threw something';
    for (const question of questions) unknown[question] = why.slice(0, 200);
  }
}

async function tryMounts(iotpay: IotPayFactory, { sessions, waitMs }: ProbePageData): Promise<void> {
  await ask(['scriptMethods', 'mountFrame'], async () => {
    const scriptMethods = methodsOf(iotpay(sessions.frame, 'Pay'));
    const form = openForm(iotpay, sessions.frame, createPlace('A usual form'));
    const came = form.cameAtOnce || (await waitForFrame(form.place, waitMs));
    return { scriptMethods, mountFrame: form.cameAtOnce ? 'at once' : came ? 'later' : 'never' };
  });
  await ask(['mountElement'], async () => {
    const place = createPlace('An element in the place of a selector');
    const { thrown } = openForm(iotpay, sessions.element, place, place);
    const came = await waitForFrame(place, waitMs);
    return { mountElement: came ? 'form' : thrown === undefined ? 'nothing' : 'throws' };
  });
  await ask(['mountMissing'], () => {
    const { thrown } = openForm(
      iotpay,
      madeUp,
      createPlace('A selector that finds nothing'),
      '#is-not-there',
    );
    return Promise.resolve({ mountMissing: thrown === undefined ? 'nothing' : 'throws' });
  });
}

async function tryTwoForms(iotpay: IotPayFactory, { sessions, waitMs }: ProbePageData): Promise<object> {
  const first = openForm(iotpay, sessions.two, createPlace('The first of two forms'));
  await waitForFrame(first.place, waitMs);
  const second = openForm(iotpay, sessions.two, createPlace('The second of two forms'));
  await waitForFrame(second.place, waitMs);
  if (second.thrown !== undefined) return { twoForms: 'second throws' };
  const [one, two] = [hasFrame(first.place), hasFrame(second.place)];
  return { twoForms: one && two ? 'both' : one ? 'first only' : two ? 'second only' : 'none' };
}

/** The merchant pays one form with a test card, or has it declined. */
async function tryPaying(iotpay: IotPayFactory, secureId: string, waitMs: number): Promise<object> {
  const form = openForm(iotpay, secureId, createPlace('The form to pay'));
  form.place.scrollIntoView();
  const isPaid = await askPerson(
    'Pay the form below “The form to pay” with a test card of IOTPay’s. It is one cent, and it is given back at once.',
    [['I don’t want to', false]],
    form.firstEvent.then(() => true),
  );
  if (!isPaid) throw new Error('the merchant did not pay');
  await pause(waitMs);
  return { outcomeCalls: form.events.length, outcomeShape: shapeOf(form.events[0]) };
}

async function tryFirst(iotpay: IotPayFactory, data: ProbePageData): Promise<void> {
  const { waitMs, sessions } = data;
  await tryMounts(iotpay, data);
  await ask(['twoForms'], async () => ({ ...(await tryTwoForms(iotpay, data)) }));
  await ask(['unknownSecureId'], async () => ({
    unknownSecureId: await tryUnusable(iotpay, madeUp, 'A secureId that does not exist', waitMs),
  }));
  const { charge } = sessions;
  if (charge === undefined) return;
  await ask(['outcomeCalls', 'outcomeShape', 'spentSecureId'], async () => ({
    ...(await tryPaying(iotpay, charge, waitMs)),
  }));
}

/** On a fresh page, where the script remembers nothing of the first form. */
async function trySpent(iotpay: IotPayFactory, { sessions, waitMs }: ProbePageData): Promise<void> {
  await ask(['spentSecureId'], async () => ({
    spentSecureId: await tryUnusable(iotpay, sessions.charge ?? '', 'The paid form once more', waitMs),
  }));
}

const everyQuestion = [
  'scriptGlobals',
  'scriptMethods',
  'mountFrame',
  'mountElement',
  'mountMissing',
  'twoForms',
  'unknownSecureId',
  'outcomeCalls',
  'outcomeShape',
  'spentSecureId',
];

async function main(): Promise<void> {
  const data = (await (await fetch('page.json')).json()) as ProbePageData;
  say('Trying IOTPay’s script. This takes a minute.');
  await ask(earlier ? ['spentSecureId'] : everyQuestion, async () => {
    const { iotpay, globals } = await loadHostedScript(data.scriptUrl);
    await (earlier ? trySpent : tryFirst)(iotpay, data);
    return earlier ? {} : { scriptGlobals: globals };
  });
  const report = JSON.stringify({ answers, unknown } satisfies ProbePageReport);
  if (!earlier && answers.outcomeCalls !== undefined) {
    sessionStorage.setItem('report', report);
    location.reload();
    return;
  }
  await fetch('report', { method: 'POST', body: report });
  say('That was all. You can close this page.');
}

void main();
