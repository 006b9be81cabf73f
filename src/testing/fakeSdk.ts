import type { IotPayFactory, IotPayMode, IotPaySdkOptions } from '../contract/sdk';
import { failureEvent, successEvent, timeoutEvent, type FakeSuccess } from './fakeEvents';
import { putFakeFrame } from './fakeFrame';

/** What the customer and the gateway can do with a form. Wrap calls in React's `act` where you use it. */
export interface FakeOutcomes {
  /**
   * Paid, or the card saved. `changes` replace single fields of the order or card; without a `redirectUrl` among them
   * there is none, so that no test leaves its page.
   */
  succeed(changes?: FakeSuccess): void;
  /** Declined. */
  fail(message?: string): void;
  /** The SDK gave up asking: the payment may or may not have gone through. */
  timeout(): void;
  /** Anything at all, as the SDK would hand it over. */
  emit(event: unknown): void;
}

/** One call of `Iotpay(secureId, mode, options).mount(selector, …)`. */
export interface FakeMount extends FakeOutcomes {
  readonly secureId: string;
  readonly mode: IotPayMode;
  readonly options: IotPaySdkOptions | undefined;
  readonly selector: string;
}

export interface FakeSdk {
  readonly factory: IotPayFactory;
  /** Every mount so far, the oldest first. */
  readonly mounts: readonly FakeMount[];
  /** How often the factory was called. */
  readonly calls: number;
  forget(): void;
}

/**
 * An `Iotpay()` that does what the gateway contract's section 1 says of the real one, and whose payments end as they are
 * told to.
 */
export function createFakeSdk(locale: string, onSubmit: ((form: FakeMount) => void) | undefined): FakeSdk {
  const mounts: FakeMount[] = [];
  let calls = 0;

  function open(
    place: Element,
    form: Omit<FakeMount, keyof FakeOutcomes>,
    callback: (event: unknown) => void,
  ): void {
    const { mode, options } = form;
    let settle: (() => void) | undefined;
    const emit = (event: unknown) => {
      settle?.();
      callback(event);
    };
    const mount: FakeMount = {
      ...form,
      emit,
      succeed: (changes) => emit(successEvent(mode, changes)),
      fail: (message = 'Declined') => emit(failureEvent(mode, message)),
      timeout: () => emit(timeoutEvent),
    };
    mounts.push(mount);
    // A little later, as the real one may do it, and not by queueMicrotask, which some fake timers stop.
    void Promise.resolve().then(() => {
      settle = putFakeFrame(place, { mode, options, locale, onSubmit: onSubmit && (() => onSubmit(mount)) });
    });
  }

  return {
    factory(secureId, mode, options) {
      calls++;
      return {
        mount(selector, callback) {
          if (typeof selector !== 'string') throw new TypeError('mount() takes a CSS selector as a string');
          const place = document.querySelector(selector);
          if (!place) throw new TypeError(`mount() finds nothing at ${selector}`);
          open(place, { secureId, mode, options, selector }, callback as (event: unknown) => void);
        },
      };
    },
    mounts,
    get calls() {
      return calls;
    },
    forget() {
      mounts.length = 0;
      calls = 0;
    },
  };
}
