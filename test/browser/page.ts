import { cleanup } from '@testing-library/react';
import { afterEach, beforeEach, inject } from 'vitest';
import { forgetPage } from '../../src/contract/page';
import { sdkWindow, type IotPayFactory } from '../../src/contract/sdk';
import type * as nodeSide from './commands';

export type CommandOf<F> = F extends (context: never, ...args: infer Args) => infer Result
  ? (...args: Args) => Result
  : never;

declare module 'vitest/browser' {
  interface BrowserCommands {
    makeSecureId: CommandOf<typeof nodeSide.makeSecureId>;
    payWith: CommandOf<typeof nodeSide.payWith>;
    typeInto: CommandOf<typeof nodeSide.typeInto>;
    fieldLabels: CommandOf<typeof nodeSide.fieldLabels>;
    frameText: CommandOf<typeof nodeSide.frameText>;
    overflow: CommandOf<typeof nodeSide.overflow>;
    endlessAnimations: CommandOf<typeof nodeSide.endlessAnimations>;
    prefer: CommandOf<typeof nodeSide.prefer>;
    preferColors: CommandOf<typeof nodeSide.preferColors>;
  }
}

declare module 'vitest' {
  interface ProvidedContext {
    reactVersion: 18 | 19;
  }
}

/** The address of the hosted script at the local gateway. */
export const hostedScript = `${inject('gateway').url}/cc/iotpaycc.js`;

/** The events of the page since the test began. */
export interface PageCounts {
  scripts: number;
  calls: number;
  mounts: number;
  iframes: number;
}

let counts: PageCounts;
let watching: MutationObserver | undefined;

function count(records: MutationRecord[]): void {
  const added = new Set<Element>();
  for (const { addedNodes } of records) {
    for (const node of addedNodes) {
      // An element that was inserted inside another one may be in a record of its own, too.
      if (node instanceof Element)
        [node, ...node.querySelectorAll('*')].forEach((element) => added.add(element));
    }
  }
  for (const element of added) {
    if (element instanceof HTMLScriptElement && element.src.startsWith(hostedScript)) counts.scripts++;
    if (element.tagName === 'IFRAME') counts.iframes++;
  }
}

/** Counts the calls of the factory that the hosted script is going to define. */
function watchFactory(): void {
  let factory: IotPayFactory | undefined;
  Object.defineProperty(window, 'Iotpay', {
    configurable: true,
    get: () => factory,
    set(original: IotPayFactory) {
      factory = (...args) => {
        counts.calls++;
        const instance = original(...args);
        return {
          mount(selector, callback) {
            counts.mounts++;
            instance.mount(selector, callback);
          },
        };
      };
    },
  });
}

beforeEach(() => {
  counts = { scripts: 0, calls: 0, mounts: 0, iframes: 0 };
  watchFactory();
  watching = new MutationObserver(count);
  watching.observe(document, { childList: true, subtree: true });
});

/** The page as a customer's first visit finds it: no script, no global, nothing remembered. */
afterEach(() => {
  cleanup();
  // A form that the customer has entered outlives its component.
  for (const parked of document.querySelectorAll('body > [id^="iotpay-"]')) parked.remove();
  watching?.disconnect();
  for (const tag of document.querySelectorAll(`script[src^="${hostedScript}"]`)) tag.remove();
  delete sdkWindow().Iotpay;
  forgetPage();
});

/** The counts until now. */
export function pageCounts(): PageCounts {
  return { ...counts };
}

/** One script tag, one `Iotpay()`, one `mount()`, one iframe. */
export const onceEach: PageCounts = { scripts: 1, calls: 1, mounts: 1, iframes: 1 };
