import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { installFakeIotPay } from 'react-iotpay/testing';
import { vi } from 'vitest';
import { judgeMount, judgeRequest } from '../invariants/asTheyHappen';
import { Checkout, type Watcher } from './Checkout';
import type { Evidence } from './evidence';
import { createHostedSdk } from './hostedSdk';
import { letBrowserMove } from './moveBefore';
import { moment, letPageRest, startPageClock } from './pageClock';
import type { SeenPage, Place } from './pageView';
import { answerScriptTags } from './scriptTags';
import { createShopServer } from './shopServer';

export interface PageUnderTest {
  readonly evidence: Evidence;
  /** Does something to the page, and lets everything happen that follows without time passing. */
  perform(action: () => unknown): Promise<void>;
  /** Renders the page anew, with a view that has changed. */
  render(change: Partial<SeenPage>): Promise<void>;
  unmount(): Promise<void>;
  /** Unmounts the rest of the page, and takes the page's doubles away. */
  close(): Promise<void>;
}

/** The element that a place's card is in. */
export const elementAt = (place: Place) => document.querySelector<HTMLElement>(`[data-place="${place}"]`);

/** The kind of browser that a page is opened in. */
export interface Browser {
  /** It can move an iframe without a reload: `Element.moveBefore`. */
  canMove: boolean;
  /** Effects come after the paint, as in a real browser; otherwise at once, as in `act()`. */
  paints: boolean;
}

/** Opens a page that knows nothing of any other. */
export function openPage({ canMove, paints }: Browser): PageUnderTest {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: !paints });
  // The fake's restore() makes the page forget its script and its payments; the doubles here take it from there.
  installFakeIotPay().restore();
  startPageClock();

  const violations: string[] = [];
  const log: string[] = [];
  const sdk = createHostedSdk((form) => {
    log.push(`mount() for ${form.payment}`);
    violations.push(...judgeMount(evidence, form));
  });
  const evidence: Evidence = {
    view: { strict: false, locale: 'en', cards: { left: undefined, right: undefined }, version: 0 },
    sdk,
    script: answerScriptTags(sdk.factory),
    server: createShopServer((request) => {
      log.push(`a request for ${request.session}`);
      violations.push(...judgeRequest(evidence, request));
    }),
    commits: { left: undefined, right: undefined },
    told: [],
    touched: new Set(),
    toldTouched: [],
    mayAsk: new Map(),
    mayMountAgain: new Set(),
    wokeAt: moment(),
    mountedAt: new Map(),
    canMove,
    isInBackground: false,
    writesErrors: false,
    violations,
    log,
  };

  const watcher: Watcher = {
    request: (cart, mode, signal) => evidence.server.request(cart, mode, signal),
    committed(place, commit) {
      evidence.commits[place] = commit;
    },
    told(place, { version, payment }, handler, outcome) {
      log.push(`${handler} of the ${place} card for ${payment ?? 'no payment'}`);
      evidence.told.push({ handler, place, payment, version, outcome });
    },
    touched(payment) {
      evidence.toldTouched.push(payment ?? 'no payment');
    },
    ignored(payment, because) {
      log.push(`an outcome of ${payment ?? 'no payment'} was ignored: ${because}`);
    },
  };

  const restoreMove = canMove ? letBrowserMove((node) => sdk.moves(node)) : undefined;
  const consoleError = vi.spyOn(console, 'error').mockImplementation((...said: unknown[]) => {
    const text = said.map(String).join(' ');
    const isForDevelopers = /\b(script|form|secure_id|mount|container|mode)_[a-z_]+\b/.test(text);
    if (!isForDevelopers || !evidence.writesErrors) violations.push(`console.error: ${text}`);
  });
  const onRejection = (reason: unknown) => {
    violations.push(`a rejection that nobody handles: ${String(reason)}`);
  };
  process.on('unhandledRejection', onRejection);
  vi.spyOn(document, 'visibilityState', 'get').mockImplementation(() =>
    evidence.isInBackground ? 'hidden' : 'visible',
  );

  const place = document.createElement('main');
  document.body.append(place);
  const root = createRoot(place);

  async function perform(action: () => unknown): Promise<void> {
    const both = async () => {
      await action();
      await letPageRest();
    };
    await (paints ? both() : act(both));
  }

  const unmount = () => perform(() => root.unmount());

  return {
    evidence,
    perform,
    render(change) {
      evidence.view = { ...evidence.view, ...change, version: evidence.view.version + 1 };
      evidence.writesErrors ||= Object.values(evidence.view.cards).some((card) => card?.hasOnError === false);
      return perform(() => root.render(<Checkout view={evidence.view} watcher={watcher} />));
    },
    unmount,
    async close() {
      await unmount();
      process.off('unhandledRejection', onRejection);
      sdk.remove();
      evidence.script.remove();
      restoreMove?.();
      document.body.replaceChildren();
      consoleError.mockRestore();
      vi.restoreAllMocks();
      vi.useRealTimers();
    },
  };
}
