import type { IotPayFactory, IotPayMode, IotPaySdkEvent } from 'react-iotpay';
import { paymentName } from './pageView';
import { moment, type Moment } from './pageClock';
import { createPagelessFrame } from './pagelessFrame';
import { sdkEvent, type OutcomeStatus, type SdkEventName } from './sdkEvents';

/** The behaviour of IOTPay's script when it has to show a form. */
export type MountPlan =
  | 'shows'
  | 'showsAtOnce'
  /** The iframe is there, and its `load` event comes only when a history says so. */
  | 'neverLoads'
  | 'showsNothing'
  | 'throws'
  /** Its callback comes while `mount()` runs. */
  | { callsBack: SdkEventName };

/** One call of `Iotpay(…).mount(…)`, and all that became of it. */
export interface HostedForm {
  readonly payment: string;
  readonly secureId: string;
  readonly mode: IotPayMode;
  readonly plan: MountPlan;
  readonly host: Element;
  readonly mountedAt: Moment;
  readonly threw: boolean;
  frame: HTMLIFrameElement | undefined;
  /** When the iframe was last put into the page, by the browser's ticks. */
  attachedAt: number | undefined;
  attachments: number;
  /** Its `load` event has come since it was last put into the page. */
  loaded: boolean;
  /** It has come before. */
  hasLoaded: boolean;
  /** Since when no connected card shows its payment, by the browser's ticks. */
  aloneSince: number | undefined;
  /** Its wait for `load` was not one wait: it was alone meanwhile, or tried again. */
  waitedTwice: boolean;
}

export interface HostedSdk {
  readonly factory: IotPayFactory;
  readonly forms: readonly HostedForm[];
  /** How often `Iotpay()` was called. */
  readonly calls: number;
  /** The first outcome that was reported for each payment. */
  readonly outcomes: ReadonlyMap<string, OutcomeStatus>;
  /** Payments whose iframe has been on the page. */
  readonly shown: ReadonlySet<string>;
  plan: MountPlan;
  /** The form's iframe comes, or loads, after all. */
  load(form: HostedForm): void;
  callBack(form: HostedForm, name: SdkEventName): void;
  /** The browser moves an element without a reload. */
  moves(node: Node): void;
  remove(): void;
}

/** An `Iotpay()` that may do everything that section 1 of docs/gateway-contract.md does not rule out. */
export function createHostedSdk(onMount: (form: HostedForm) => void): HostedSdk {
  const forms: HostedForm[] = [];
  const callbacks = new Map<HostedForm, (event: IotPaySdkEvent) => void>();
  const outcomes = new Map<string, OutcomeStatus>();
  const shown = new Set<string>();
  let calls = 0;

  function loads(form: HostedForm): void {
    if (!form.frame?.isConnected || form.loaded) return;
    form.loaded = true;
    form.hasLoaded = true;
    form.frame.dispatchEvent(new Event('load'));
  }

  /** Insertions that load nothing: the first, which `show` sees to, and moves. */
  const quiet = new Map<HostedForm, number>();
  const keepQuiet = (form: HostedForm) => quiet.set(form, (quiet.get(form) ?? 0) + 1);

  function attached(form: HostedForm): void {
    form.attachedAt = performance.now();
    form.attachments++;
    shown.add(form.payment);
    form.loaded = false;
    if (form.plan !== 'neverLoads') void Promise.resolve().then(() => loads(form));
  }

  function show(form: HostedForm): void {
    form.frame = createPagelessFrame();
    form.host.append(form.frame);
    if (!form.frame.isConnected) return;
    keepQuiet(form);
    attached(form);
  }

  const formsIn = (node: Node) => forms.filter(({ frame }) => frame?.isConnected && node.contains(frame));

  /** A browser loads an iframe anew each time it is put into the page. */
  const observer = new MutationObserver((records) => {
    for (const node of records.flatMap(({ addedNodes }) => [...addedNodes])) {
      for (const form of formsIn(node)) {
        const quietOnes = quiet.get(form) ?? 0;
        if (quietOnes) quiet.set(form, quietOnes - 1);
        else attached(form);
      }
    }
  });
  observer.observe(document.body, { childList: true, subtree: true });

  const sdk: HostedSdk = {
    factory(secureId, mode) {
      calls++;
      return {
        mount(selector, callback) {
          const host = document.querySelector(selector);
          if (!host) throw new TypeError(`mount() finds nothing at ${selector}`);
          const { plan } = sdk;
          const form: HostedForm = {
            payment: paymentName(mode, secureId),
            secureId,
            mode,
            plan,
            host,
            mountedAt: moment(),
            threw: plan === 'throws',
            frame: undefined,
            attachedAt: undefined,
            attachments: 0,
            loaded: false,
            hasLoaded: false,
            aloneSince: undefined,
            waitedTwice: false,
          };
          forms.push(form);
          callbacks.set(form, callback);
          onMount(form);
          if (plan === 'throws') throw new Error('IOTPay’s script has a bad day');
          if (typeof plan === 'object') sdk.callBack(form, plan.callsBack);
          if (plan === 'showsAtOnce') show(form);
          else if (plan !== 'showsNothing') void Promise.resolve().then(() => show(form));
        },
      };
    },
    forms,
    get calls() {
      return calls;
    },
    outcomes,
    shown,
    plan: 'shows',
    load(form) {
      if (!form.frame) show(form);
      loads(form);
    },
    callBack(form, name) {
      const { event, status } = sdkEvent(name, form.mode, form.secureId);
      if (!outcomes.has(form.payment)) outcomes.set(form.payment, status);
      callbacks.get(form)?.(event as IotPaySdkEvent);
    },
    moves: (node) => formsIn(node).forEach(keepQuiet),
    remove: () => observer.disconnect(),
  };
  return sdk;
}
