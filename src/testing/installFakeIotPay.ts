import { forgetPage } from '../contract/page';
import { installFakeScript } from './fakeScript';
import type { FakeMount, FakeOutcomes } from './fakeMount';
import { createFakeSdk } from './fakeSdk';
import { keepOnPage } from './keepOnPage';

/** The fake SDK. Its own acts are those of the form that was mounted last. */
export interface FakeIotPay extends FakeOutcomes {
  /** Every mount so far, the oldest first. */
  readonly mounts: readonly FakeMount[];
  /** How often `Iotpay()` was called. */
  readonly calls: number;
  /** From now on the script can't be loaded. The returned function lets it load again. */
  blockScript(): () => void;
  /** From now on the script takes this many milliseconds to load. */
  delayScript(ms: number): void;
  /** From now on the script neither loads nor fails. The returned function lets it arrive after all. */
  hangScript(): () => void;
  /**
   * From now on `mount()` throws `error`, by default one that says that the test wanted it. A mount that throws is not
   * among the `mounts`. The returned function ends this.
   */
  failMount(error?: unknown): () => void;
  /** From now on `mount()` puts no iframe into its element. The returned function inserts the missing ones. */
  hangMount(): () => void;
  /**
   * From now on an iframe stays empty and never fires `load`, as on a network that hangs. The returned function lets
   * all forms arrive, including those that wait.
   */
  hangForm(): () => void;
  /** Removes the fake, its iframes, and the page's memory of the script and of every secureId. */
  restore(): void;
}

export interface FakeIotPayOptions {
  /**
   * The `afterEach` of a test framework, given outside of the tests. Each test then begins with a new fake and a page
   * without memory: no blocks, delays, mounts or used secureIds.
   */
  afterEach?: ((cleanUp: () => void) => unknown) | undefined;
  /**
   * The customer pressed the form's own button. It is busy until you decide the outcome: `(form) => form.succeed()`.
   * Without this function the button does nothing. The typed values are not checked.
   */
  onSubmit?: ((form: FakeMount) => void) | undefined;
  /**
   * The merchant's `returnUrl`, absolute. Every paid or declined payment comes with a `redirectUrl` that begins with
   * it, as the gateway's do. By default it belongs to a shop that does not exist, and browsers are kept from going
   * there, so that no test leaves its page. jsdom never navigates, and writes a line to the console when a page tries.
   * With null there is no `redirectUrl`.
   */
  returnUrl?: string | null | undefined;
  /** The language of the fake's form, BCP 47: English, French or Chinese. Default `'en'`, in every environment. */
  locale?: string | undefined;
}

/** The page's fake and its clean-up, shared by all copies of this module. */
const slot = Symbol.for('react-iotpay/testing');

const page = globalThis as { [slot]?: (() => void) | undefined };

/** A host whose name ends in `.example` belongs to no one. */
const nowhere = 'https://shop.example/return';

function isAbsolute(url: string): boolean {
  try {
    return !!new URL(url);
  } catch {
    return false;
  }
}

/**
 * Replaces IOTPay's hosted SDK by a fake: no network, and you decide every outcome. It works in jsdom and in browsers,
 * with any test framework, and with fake timers. It replaces a fake that was installed before.
 *
 * A secureId can be used for one payment, as in the sandbox. Once it has reported an outcome, a form for it is
 * `refused`, until the next test begins.
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
