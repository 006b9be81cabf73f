import { forgetPage } from '../contract/page';
import { installFakeScript } from './fakeScript';
import type { FakeMount, FakeOutcomes } from './fakeMount';
import { createFakeSdk } from './fakeSdk';
import { keepOnPage } from './keepOnPage';

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
  /** From now on the script neither loads nor fails. Call what it returns to let it arrive after all. */
  hangScript(): () => void;
  /**
   * From now on `mount()` throws `error`, by default one that says that the test wanted it; it is not among the `mounts`. Call
   * what it returns to mend it.
   */
  failMount(error?: unknown): () => void;
  /** From now on `mount()` puts no iframe into its element. Call what it returns to have the missing ones put in. */
  hangMount(): () => void;
  /**
   * From now on an iframe stays empty and never fires `load`, as behind a network that hangs. Call what it returns to let the
   * forms arrive, those included that wait.
   */
  hangForm(): () => void;
  /** Takes the fake away, its iframes, and what the page remembers: the script and every secureId. */
  restore(): void;
}

export interface FakeIotPayOptions {
  /**
   * A test framework's `afterEach`, given outside of the tests: each test then begins with a page that remembers
   * nothing and a fake as new, without blocks, delays, mounts or used secureIds.
   */
  afterEach?: ((cleanUp: () => void) => unknown) | undefined;
  /**
   * The customer pressed the form's own button, which is busy until you say how it ends: `(form) => form.succeed()`.
   * Without this the button does nothing. What was typed is not checked.
   */
  onSubmit?: ((form: FakeMount) => void) | undefined;
  /**
   * The merchant's `returnUrl`, absolute: every paid or declined payment comes with a `redirectUrl` that begins with it, as the
   * gateway's do. By default it belongs to a shop that does not exist, and browsers are kept from going there, so that no test
   * leaves its page; jsdom never navigates, and says so on the console when a page tries. With null there is no `redirectUrl`.
   */
  returnUrl?: string | null | undefined;
  /** What the fake's form speaks, BCP 47: English, French or Chinese. Default `'en'`, whatever the machine speaks. */
  locale?: string | undefined;
}

/** The fake that is in place on this page; its clean-up, shared by all copies of this module. */
const slot = Symbol.for('react-iotpay/testing');

const page = globalThis as { [slot]?: (() => void) | undefined };

/** Nobody can own a host whose name ends in `.example`. */
const nowhere = 'https://shop.example/return';

function isAbsolute(url: string): boolean {
  try {
    return !!new URL(url);
  } catch {
    return false;
  }
}

/**
 * Puts a fake of IOTPay's hosted SDK in place: no network, and every outcome at your word. Works in jsdom and in
 * browsers, with any test framework, and with fake timers. It takes the place of one that was installed before.
 *
 * A secureId is good for one payment, as in the sandbox: once it has reported an outcome, a form for it is `refused`, until the
 * next test begins.
 *
 * @throws TypeError for a `returnUrl` that is not absolute
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
  const { afterEach, onSubmit, locale = 'en', returnUrl = nowhere } = options;
  if (returnUrl !== null && !isAbsolute(returnUrl))
    throw new TypeError('returnUrl has to be an absolute URL, such as https://shop.example/return');
  page[slot]?.();
  const sdk = createFakeSdk({ locale, returnUrl, onSubmit });
  let script = installFakeScript(sdk.factory);
  const letGo = options.returnUrl === undefined ? keepOnPage(nowhere) : undefined;
  page[slot] = restore;

  function cleanUp(): void {
    script.restore();
    sdk.forget();
    forgetPage();
  }

  function restore(): void {
    if (page[slot] !== restore) return;
    page[slot] = undefined;
    letGo?.();
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
    touch: () => last().touch(),
    blockScript: () => script.block(),
    delayScript: (ms) => script.delay(ms),
    hangScript: () => script.hang(),
    failMount: (error = new Error('mount() throws because the test called failMount().')) =>
      sdk.failMount(error),
    hangMount: () => sdk.hangMount(),
    hangForm: () => sdk.hangForm(),
    restore,
  };
}
