import { setTimeout as pause } from 'node:timers/promises';
import { scriptPath } from '../../contract/urls';
import { asRecord, textOf } from '../../contract/wire';
import { isAnswer } from '../../sandbox/likeness/answersSchema';
import { madeUpOrderNo } from '../gateway/madeUp';
import { parseObject } from '../http/parseObject';
import type { Interview } from './interview';
import { openOrder, type OpenOrder } from './openOrder';
import { servePage } from './servePage';
import type { AskBrowser } from './takeProbe';

const harmless = [
  'scriptGlobals',
  'scriptMethods',
  'mountElement',
  'mountMissing',
  'mountFrame',
  'twoForms',
  'unknownSecureId',
] as const;

const charging = ['outcomeCalls', 'outcomeShape', 'spentSecureId'] as const;

/** Says of every question that only a browser can answer why it was not asked. */
export const askNoBrowser: AskBrowser = (interview) => {
  for (const question of [...harmless, ...charging]) interview.cannotTell(question, 'no browser was asked');
  return Promise.resolve({ charged: false });
};

export interface BrowserOptions {
  /** Shows a page to the merchant. */
  readonly openPage: (url: string) => void;
  /** Whether the merchant is asked to pay a form, of one cent, which is then given back. */
  readonly charge: boolean;
  /** How long the page waits for something to happen, in milliseconds. */
  readonly waitMs: number;
  /** How long the doctor waits for the merchant, in milliseconds. */
  readonly patienceMs: number;
  /** Ends the waiting. */
  readonly stop: AbortSignal;
  /** Tells the merchant what became of their cent. */
  readonly say: (line: string) => void;
}

/** Has the merchant's own browser try the hosted script, on a page of this computer. */
export function askBrowserWith(options: BrowserOptions): AskBrowser {
  return async (interview, addresses) => {
    const open = () => openOrder(interview, addresses);
    const [frame, element, two] = [await open(), await open(), await open()];
    const paying = options.charge ? await open() : undefined;
    if (!frame || !element || !two) {
      for (const question of [...harmless, ...charging]) {
        interview.cannotTell(question, 'the gateway opened no order');
      }
      return { charged: false };
    }
    const page = await servePage({
      scriptUrl: interview.settings.baseUrl + scriptPath,
      sessions: {
        frame: frame.secureId,
        element: element.secureId,
        two: two.secureId,
        ...(paying && { charge: paying.secureId }),
      },
      waitMs: options.waitMs,
    });
    try {
      options.openPage(page.url);
      learnReport(interview, await waitForReport(page.report, options), options.charge);
    } finally {
      page.close();
    }
    return { charged: paying ? await giveBack(interview, paying, options.say) : false };
  };
}

/** @throws the signal's reason where the merchant gives up. */
async function waitForReport(report: Promise<string>, { patienceMs, stop }: BrowserOptions): Promise<string> {
  const timer = new AbortController();
  const signal = AbortSignal.any([timer.signal, stop]);
  try {
    return await Promise.race([report, pause(patienceMs, '', { signal })]);
  } catch (error) {
    stop.throwIfAborted();
    throw error;
  } finally {
    timer.abort();
  }
}

function learnReport(interview: Interview, text: string, charge: boolean): void {
  const report = asRecord(parseObject(text) ?? {});
  const answers = asRecord(report.answers ?? {});
  const unknown = asRecord(report.unknown ?? {});
  for (const question of [...harmless, ...charging]) {
    const answer = cleaned(answers[question], interview);
    const why = textOf(unknown[question]);
    if (isAnswer(question, answer)) interview.learn(question, answer);
    else if (answer !== undefined) interview.cannotTell(question, 'the page reported what is no answer');
    else if (why !== undefined) interview.cannotTell(question, interview.blotter.clean(why));
    else if (!charge && (charging as readonly string[]).includes(question)) {
      interview.cannotTell(question, 'nothing was charged: give --charge');
    } else interview.cannotTell(question, 'the page did not report it');
  }
}

/** Every text of a report without anything secret: the page shares its window with a script of others. */
function cleaned(value: unknown, interview: Interview): unknown {
  if (typeof value === 'string') return interview.blotter.clean(value);
  if (Array.isArray(value)) return value.map((member) => cleaned(member, interview));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, cleaned(member, interview)]),
  );
}

/** Voids what the merchant paid. */
async function giveBack(
  interview: Interview,
  { mchOrderNo }: OpenOrder,
  say: (line: string) => void,
): Promise<boolean> {
  const order = await interview.send('cc_query', interview.sign({ mchOrderNo }));
  const status = textOf(order?.retData.status);
  if (status === '9' || (status === '0' && interview.answers.outcomeCalls === undefined)) return false;
  const { loginName } = interview.settings;
  const payOrderId = textOf(order?.retData.payOrderId);
  if (status !== '2' && status !== '3') {
    say(
      `Nobody knows yet whether the cent of order ${mchOrderNo} was paid: ask with iotpay query ${mchOrderNo}.`,
    );
    return true;
  }
  const message = interview.sign({ mchRefundNo: madeUpOrderNo(), loginName, payOrderId });
  const answer = await interview.send('cc_void', message);
  say(
    answer?.retCode === 'SUCCESS'
      ? `The cent of order ${mchOrderNo} was given back.`
      : `The cent of order ${mchOrderNo} was paid and not given back: void it in the merchant portal.`,
  );
  return true;
}
