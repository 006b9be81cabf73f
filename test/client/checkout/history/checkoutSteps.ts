import fc, { type AsyncCommand } from 'fast-check';
import { passTime, sleep } from '../../history/page/pageClock';
import { sdkEvents, type SdkEventName } from '../../history/page/sdkEvents';
import type { ShopNetwork, Truth } from '../shopDouble';
import { checkInvariants } from './invariants';
import type { CheckoutEvidence, CheckoutPage, SeenCheckout } from './openCheckoutPage';

/** One step of a history of a checkout's page. */
export interface CheckoutStep extends AsyncCommand<CheckoutEvidence, CheckoutPage> {
  /** How a named test writes this step. */
  readonly source: string;
}

interface Description {
  when?: (evidence: CheckoutEvidence) => boolean;
  does: (page: CheckoutPage) => unknown;
}

function defineStep<Args extends readonly unknown[]>(name: string, describe: (...args: Args) => Description) {
  return (...args: Args): CheckoutStep => {
    const { when = () => true, does } = describe(...args);
    const source = `${name}(${args.map((arg) => JSON.stringify(arg)).join(', ')})`;
    return {
      source,
      toString: () => source,
      check: (evidence) => when(evidence),
      async run(evidence, page) {
        evidence.log.push(`* ${source}`);
        await does(page);
        checkInvariants(evidence);
      },
    };
  };
}

/** Picks one of a list by any number. */
const chosen = <T>(list: readonly T[], number: number): T | undefined => list[number % list.length];

export const show = defineStep('show', (change: Partial<SeenCheckout>) => ({
  does: ({ render }) => render(change),
}));

export const remount = defineStep('remount', () => ({
  does: ({ evidence, render }) => render({ reactKey: evidence.view.reactKey + 1 }),
}));

export const reload = defineStep('reload', () => ({ does: (page) => page.reload() }));

export const setNetwork = defineStep('setNetwork', (network: ShopNetwork) => ({
  does({ evidence: { shop } }) {
    shop.network = network;
  },
}));

export const setScript = defineStep('setScript', (network: 'works' | 'fails') => ({
  when: ({ script }) => script.network !== network,
  does: ({ evidence, perform }) => perform(() => evidence.script.setNetwork(network)),
}));

export const planCharges = defineStep('planCharges', (truth: Exclude<Truth, 'untouched'>) => ({
  does({ evidence: { shop } }) {
    shop.charges = truth;
  },
}));

const controls = () => [...document.querySelectorAll<HTMLElement>('main button, main input, main a')];

/** The customer uses a control of the checkout. */
export const press = defineStep('press', (number: number) => ({
  when: () => controls().length > 0,
  does: ({ evidence, perform }) =>
    perform(() => {
      const control = chosen(controls(), number);
      if (!control || control instanceof HTMLAnchorElement) return;
      const isDeclined = !!control.closest('[data-status="declined"]');
      if (isDeclined)
        evidence.attempts.push({ question: evidence.shop.asked.length, cart: evidence.view.cart });
      evidence.log.push(`  that is ${control.textContent || control.parentElement?.textContent}`);
      control.click();
    }),
}));

const formsNow = ({ sdk, formsBefore }: CheckoutEvidence) => sdk.forms.slice(formsBefore);

export const touch = defineStep('touch', () => ({
  when: () => !!document.querySelector('main iframe'),
  does: ({ perform }) =>
    perform(() => {
      document.querySelector<HTMLElement>('main iframe')?.focus();
      window.dispatchEvent(new Event('blur'));
    }),
}));

function decide(evidence: CheckoutEvidence, secureId: string, truth: Truth): void {
  const order = evidence.shop.bySecureId(secureId);
  // A paid order never moves back.
  if (order.truth === 'paid') return;
  order.truth = truth;
  if (truth === 'failed') evidence.everFailed.add(order.mchOrderNo);
  evidence.log.push(`  ${order.mchOrderNo} is ${order.truth}`);
}

/** A form reports, and the gateway knows this of its order. Forms can report twice, and after they were taken away. */
export const report = defineStep('report', (number: number, name: SdkEventName, truth: Truth) => ({
  when: (evidence) => formsNow(evidence).length > 0,
  does: ({ evidence, perform }) =>
    perform(() => {
      const forms = formsNow(evidence);
      const form = forms[forms.length - 1 - (number % forms.length)];
      if (!form) return;
      decide(evidence, form.secureId, truth);
      if (!evidence.reported.has(form)) evidence.reported.set(form, sdkEvents[name]);
      evidence.sdk.callBack(form, name);
    }),
}));

/** The gateway decides on an order, or another tab pays it. */
export const settleOrder = defineStep('settleOrder', (number: number, truth: 'paid' | 'failed') => ({
  when: ({ shop }) => shop.orders.length > 0,
  does({ evidence }) {
    const order = chosen(evidence.shop.orders, number);
    if (order) decide(evidence, order.secureId, truth);
  },
}));

export const pass = defineStep('pass', (ms: number) => ({
  does: ({ perform }) => perform(() => passTime(ms)),
}));

export const sleepAndWake = defineStep('sleepAndWake', (ms: number, event: string) => ({
  does: ({ perform }) =>
    perform(() => {
      sleep(ms);
      (event === 'visibilitychange' ? document : window).dispatchEvent(new Event(event));
    }),
}));

export const switchTab = defineStep('switchTab', () => ({
  does: ({ evidence, perform }) =>
    perform(() => {
      evidence.isInBackground = !evidence.isInBackground;
      document.dispatchEvent(new Event('visibilitychange'));
    }),
}));

const second = 1000;
const minute = 60 * second;
const number = fc.nat({ max: 6 });
const names = Object.keys(sdkEvents) as SdkEventName[];
const networks = ['works', 'works', 'works', 'down', 'loses', 'hangs', 'errors', 'refuses'] as const;

/** The states that the gateway may have for an order whose form has reported this. */
const truths = {
  success: ['paid', 'paid', 'unclear'],
  failed: ['failed', 'untouched', 'unclear', 'paid'],
  unknown: ['unclear', 'paid', 'failed'],
} as const;

const reports = fc
  .tuple(number, fc.constantFrom(...names), fc.nat({ max: 11 }))
  .map(([form, name, truth]) =>
    report(form, name, chosen<Truth>(truths[sdkEvents[name]], truth) ?? 'unclear'),
  );

const weighted: readonly (readonly [number, fc.Arbitrary<CheckoutStep>])[] = [
  [2, fc.constantFrom(0, 1, 1, 2).map((checkouts) => show({ checkouts }))],
  [1, fc.constantFrom('cart-1', 'cart-1', 'cart-2').map((cart) => show({ cart }))],
  [1, fc.boolean().map((strict) => show({ strict }))],
  [1, fc.constantFrom(true, false, false).map((hidden) => show({ hidden }))],
  [1, fc.constant(undefined).map(() => remount())],
  [1, fc.constant(undefined).map(() => reload())],
  [4, fc.constantFrom(...networks).map(setNetwork)],
  [1, fc.constantFrom('works' as const, 'fails' as const).map(setScript)],
  [1, fc.constantFrom('paid' as const, 'failed' as const, 'unclear' as const).map(planCharges)],
  [10, number.map(press)],
  [2, fc.constant(undefined).map(() => touch())],
  [6, reports],
  [
    3,
    fc.tuple(number, fc.constantFrom('paid' as const, 'failed' as const)).map((args) => settleOrder(...args)),
  ],
  [4, fc.constantFrom(2 * second, 40 * second, 40 * second, 61 * minute).map(pass)],
  [
    2,
    fc
      .tuple(fc.constantFrom(minute, 61 * minute), fc.constantFrom('focus', 'pageshow', 'visibilitychange'))
      .map((args) => sleepAndWake(...args)),
  ],
  [1, fc.constant(undefined).map(() => switchTab())],
];

/** Random histories of a page with a checkout; `replayPath` is for one that fast-check has reported. */
export const checkoutHistories = (replayPath?: string) =>
  fc.commands<CheckoutEvidence, CheckoutPage, false>(
    [fc.oneof(...weighted.map(([weight, arbitrary]) => ({ weight, arbitrary })))],
    { maxCommands: 30, size: 'max', ...(replayPath && { replayPath }) },
  );
