import type { IotPayOrder } from '../contract/order';
import { forgetPage } from '../contract/page';
import type { IotPaySavedCard } from '../contract/savedCard';
import type { IotPayCardOptions, IotPayFactory, IotPayMode, IotPaySdkEvent } from '../contract/sdk';
import { fakeOrder, fakeSavedCard } from './fakeData';
import { drawFakeForm } from './fakeForm';
import { installFakeScript } from './fakeScript';

/** What the customer and the gateway can do with a form. Wrap calls in React's `act` where you use it. */
export interface FakeOutcomes {
  /** Paid, or the card saved. `changes` replace single fields of the order or card, `redirectUrl` among them. */
  succeed(changes?: Partial<IotPayOrder & IotPaySavedCard> & { redirectUrl?: string }): void;
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
  readonly options: IotPayCardOptions | undefined;
  readonly selector: string;
}

/** The fake SDK; its outcomes go to the form that was mounted last. */
export interface FakeIotPay extends FakeOutcomes {
  /** Every mount so far, the oldest first. */
  readonly mounts: readonly FakeMount[];
  /** How often `Iotpay()` was called. */
  readonly calls: number;
  /** From now on the script can't be loaded. Call what it returns to let it through again. */
  blockScript(): () => void;
  /** From now on the script takes so many milliseconds to load. */
  delayScript(ms: number): void;
  /** Takes the fake away, and with it what the page remembers: the script and every secureId. */
  restore(): void;
}

export interface FakeIotPayOptions {
  /** A test framework's `afterEach`: the fake is then taken away by itself. */
  afterEach?: ((restore: () => void) => unknown) | undefined;
}

function outcomesOf(mode: IotPayMode, emit: (event: unknown) => void): FakeOutcomes {
  return {
    emit,
    succeed(changes) {
      // A card that was just added comes with its cvv, as the real one does: whoever shows it has a bug.
      const retData = mode === 'Pay' ? fakeOrder(changes) : { ...fakeSavedCard(), cvv: '123', ...changes };
      emit({
        result: 'SUCCESS',
        detail: { retCode: 'SUCCESS', retMsg: '', retData: { ...retData, ...changes } },
      } satisfies IotPaySdkEvent);
    },
    fail(message = 'Declined') {
      emit({
        result: 'FAIL',
        message,
        detail: { retCode: 'FAIL', retMsg: message },
      } satisfies IotPaySdkEvent);
    },
    timeout() {
      emit({ result: 'FAIL', message: 'Timeout' } satisfies IotPaySdkEvent);
    },
  };
}

/**
 * Puts a fake of IOTPay's hosted SDK in place: no network, and every outcome at your word. Works in jsdom and in
 * browsers, with any test framework, and with fake timers.
 *
 * @example
 * const iotpay = installFakeIotPay({ afterEach });
 * render(<Checkout />);
 * await screen.findByTitle('Card details');
 * act(() => iotpay.succeed());
 */
export function installFakeIotPay({ afterEach }: FakeIotPayOptions = {}): FakeIotPay {
  const mounts: FakeMount[] = [];
  let calls = 0;

  const factory: IotPayFactory = (secureId, mode, options) => {
    calls++;
    return {
      mount(selector, callback) {
        if (typeof selector !== 'string') throw new TypeError('mount() takes a CSS selector as a string');
        const element = document.querySelector(selector);
        if (!element) throw new TypeError(`mount() finds nothing at ${selector}`);
        const emit = callback as (event: unknown) => void;
        mounts.push({ secureId, mode, options, selector, ...outcomesOf(mode, emit) });
        queueMicrotask(() => {
          const frame = drawFakeForm(mode, options);
          element.append(frame);
          // jsdom may load no iframes, and with fake timers nothing loads: the form is there at once.
          queueMicrotask(() => frame.dispatchEvent(new Event('load')));
        });
      },
    };
  };

  const script = installFakeScript(factory);

  function last(): FakeMount {
    const mount = mounts.at(-1);
    if (!mount)
      throw new Error('No card form is mounted yet: wait for the form first, and give it a secureId.');
    return mount;
  }

  function restore(): void {
    script.restore();
    forgetPage();
  }
  afterEach?.(restore);

  return {
    mounts,
    get calls() {
      return calls;
    },
    succeed: (changes) => last().succeed(changes),
    fail: (message) => last().fail(message),
    timeout: () => last().timeout(),
    emit: (event) => last().emit(event),
    blockScript: script.block,
    delayScript: script.delay,
    restore,
  };
}
