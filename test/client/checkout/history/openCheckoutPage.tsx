import { act, StrictMode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { IotPayCheckout } from 'react-iotpay';
import { installFakeIotPay } from 'react-iotpay/testing';
import { vi } from 'vitest';
import { forgetPage } from '../../../../src/contract/page';
import { createHostedSdk, type HostedForm, type HostedSdk } from '../../history/page/hostedSdk';
import { letPageRest, startPageClock } from '../../history/page/pageClock';
import { answerScriptTags, type ScriptTags } from '../../history/page/scriptTags';
import type { OutcomeStatus } from '../../history/page/sdkEvents';
import { Activity } from '../../rows/checkoutPage';
import { installShop, savedCard, type ShopDouble } from '../shopDouble';

/** The shop's wishes for its page. */
export interface SeenCheckout {
  /** How many checkouts of the sale are on the page. */
  checkouts: number;
  cart: string;
  strict: boolean;
  hidden: boolean;
  /** React's key: another one makes other components. */
  reactKey: number;
}

/** Everything that has happened, as the world around the library saw it. */
export interface CheckoutEvidence {
  view: SeenCheckout;
  readonly shop: ShopDouble;
  readonly sdk: HostedSdk;
  readonly script: ScriptTags;
  /** The first report of each form. */
  readonly reported: Map<HostedForm, OutcomeStatus>;
  /** Orders that the gateway has ever called failed. */
  readonly everFailed: Set<string>;
  /** Orders that `onPaid` was called for, on this life of the page. */
  readonly told: string[];
  /** The forms, the questions and the orders that there were before the page was loaded last. */
  formsBefore: number;
  askedBefore: number;
  ordersBefore: number;
  /** How many attempts the customer has begun. Each is another question to the shop's server. */
  attempts: { question: number; cart: string }[];
  isInBackground: boolean;
  readonly violations: string[];
  readonly log: string[];
}

export interface CheckoutPage {
  readonly evidence: CheckoutEvidence;
  perform(action: () => unknown): Promise<void>;
  render(change: Partial<SeenCheckout>): Promise<void>;
  /** The customer loads the page anew: all that it knew is gone. */
  reload(): Promise<void>;
  unmount(): Promise<void>;
  close(): Promise<void>;
}

const methods = ['card', 'unionpay', 'saved'] as const;

/** Opens a page with a checkout that knows nothing of any other. */
export function openCheckoutPage(): CheckoutPage {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  installFakeIotPay().restore();
  startPageClock();
  const shop = installShop();
  shop.cards = [savedCard];
  const sdk = createHostedSdk((form) => {
    const { forms } = sdk;
    const isSecond = forms
      .slice(evidence.formsBefore)
      .some((other) => other !== form && other.secureId === form.secureId);
    if (isSecond) evidence.violations.push(`a second form was asked for with ${form.secureId}`);
    evidence.log.push(`mount() for ${form.secureId}`);
  });
  const evidence: CheckoutEvidence = {
    view: { checkouts: 0, cart: 'cart-1', strict: false, hidden: false, reactKey: 0 },
    shop,
    sdk,
    script: answerScriptTags(sdk.factory),
    reported: new Map(),
    everFailed: new Set(),
    told: [],
    formsBefore: 0,
    askedBefore: 0,
    ordersBefore: 0,
    attempts: [],
    isInBackground: false,
    violations: [],
    log: [],
  };
  vi.spyOn(document, 'visibilityState', 'get').mockImplementation(() =>
    evidence.isInBackground ? 'hidden' : 'visible',
  );
  const consoleError = vi.spyOn(console, 'error').mockImplementation((...said: unknown[]) => {
    evidence.violations.push(`console.error: ${said.map(String).join(' ')}`);
  });

  const place = document.createElement('main');
  document.body.append(place);
  let root: Root = createRoot(place);

  const perform = (action: () => unknown) =>
    act(async () => {
      await action();
      await letPageRest();
    });

  function page() {
    const { checkouts, cart, strict, hidden, reactKey } = evidence.view;
    const all = Array.from({ length: checkouts }, (_, index) => (
      <IotPayCheckout
        key={`${reactKey} ${index}`}
        url="/pay"
        request={{ cart }}
        methods={methods}
        script={{ retries: 0 }}
        onError={() => undefined}
        onPaid={({ mchOrderNo }) => {
          const order = shop.orders.find((candidate) => candidate.mchOrderNo === mchOrderNo);
          if (order?.truth !== 'paid') evidence.violations.push(`${mchOrderNo} was called paid and is not`);
          evidence.told.push(mchOrderNo);
          evidence.log.push(`onPaid for ${mchOrderNo}`);
        }}
      />
    ));
    const shown = <Activity mode={hidden ? 'hidden' : 'visible'}>{all}</Activity>;
    return strict ? <StrictMode>{shown}</StrictMode> : shown;
  }

  const unmount = () => perform(() => root.unmount());

  return {
    evidence,
    perform,
    render(change) {
      evidence.view = { ...evidence.view, ...change };
      return perform(() => root.render(page()));
    },
    async reload() {
      await unmount();
      document.querySelectorAll('iframe').forEach((frame) => frame.parentElement?.remove());
      vi.clearAllTimers();
      forgetPage();
      evidence.formsBefore = sdk.forms.length;
      evidence.askedBefore = shop.asked.length;
      evidence.ordersBefore = shop.orders.length;
      evidence.told.length = 0;
      root = createRoot(place);
      await perform(() => root.render(page()));
    },
    unmount,
    async close() {
      await unmount();
      sdk.remove();
      evidence.script.remove();
      document.body.replaceChildren();
      consoleError.mockRestore();
      vi.restoreAllMocks();
      vi.unstubAllGlobals();
      vi.useRealTimers();
    },
  };
}
