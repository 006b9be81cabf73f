import { forgetPage } from '../contract/page';
import { installFakeScript } from './fakeScript';
import { createFakeSdk, type FakeMount, type FakeOutcomes } from './fakeSdk';

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
  /**
   * A test framework's `afterEach`, given outside of the tests: each test then begins with a page that remembers
   * nothing and a fake as new, without blocks, delays or mounts.
   */
  afterEach?: ((cleanUp: () => void) => unknown) | undefined;
  /**
   * The customer pressed the form's own button, which is busy until you say how it ends: `(form) => form.succeed()`.
   * Without this the button does nothing. What was typed is not checked.
   */
  onSubmit?: ((form: FakeMount) => void) | undefined;
  /** What the fake's form speaks, BCP 47: English, French or Chinese. Default `'en'`, whatever the machine speaks. */
  locale?: string | undefined;
}

/** The fake that is in place on this page; its clean-up, shared by all copies of this module. */
const slot = Symbol.for('react-iotpay/testing');

const page = globalThis as { [slot]?: (() => void) | undefined };

/**
 * Puts a fake of IOTPay's hosted SDK in place: no network, and every outcome at your word. Works in jsdom and in
 * browsers, with any test framework, and with fake timers. It takes the place of one that was installed before.
 *
 * @example
 * const iotpay = installFakeIotPay({ afterEach });
 * it('shows a receipt', async () => {
 *   render(<Checkout />);
 *   await screen.findByTitle('Card details');
 *   act(() => iotpay.succeed());
 * });
 */
export function installFakeIotPay(options: FakeIotPayOptions = {}): FakeIotPay {
  const { afterEach, onSubmit, locale = 'en' } = options;
  page[slot]?.();
  const sdk = createFakeSdk(locale, onSubmit);
  let script = installFakeScript(sdk.factory);
  page[slot] = restore;

  function cleanUp(): void {
    script.restore();
    sdk.forget();
    forgetPage();
  }

  function restore(): void {
    if (page[slot] !== restore) return;
    page[slot] = undefined;
    cleanUp();
  }

  afterEach?.(() => {
    if (page[slot] !== restore) return;
    cleanUp();
    script = installFakeScript(sdk.factory);
  });

  function last(): FakeMount {
    const mount = sdk.mounts.at(-1);
    if (!mount)
      throw new Error('No card form is mounted yet: wait for the form first, and give it a secureId.');
    return mount;
  }

  return {
    mounts: sdk.mounts,
    get calls() {
      return sdk.calls;
    },
    succeed: (changes) => last().succeed(changes),
    fail: (message) => last().fail(message),
    timeout: () => last().timeout(),
    emit: (event) => last().emit(event),
    blockScript: () => script.block(),
    delayScript: (ms) => script.delay(ms),
    restore,
  };
}
