import type { IotPayMode, IotPaySdkOptions } from '../contract/sdk';
import { failureEvent, successEvent, timeoutEvent, type FakeSuccess, type ReturnUrl } from './fakeEvents';
import { putFrame, type FakeFrame } from './form/putFrame';
import type { Gate } from './gate';

/** What the customer and the gateway can do with a form. Wrap calls in React's `act` where you use it. */
export interface FakeOutcomes {
  /**
   * Paid, or the card saved. `changes` replace single fields of the order or card. The `redirectUrl` is the merchant's
   * `returnUrl` with the result in its query, as the gateway sends it; `changes` can name another, or `undefined` for none.
   */
  succeed(changes?: FakeSuccess): void;
  /** Declined. */
  fail(message?: string): void;
  /** The SDK gave up asking: the payment may or may not have gone through. */
  timeout(): void;
  /** Anything at all, as the SDK would hand it over: once more, for example, or something that contradicts what it said before. */
  emit(event: unknown): void;
  /**
   * The customer goes into the form, as by a tap or the Tab key: its iframe is the page's active element then, and the window
   * hears `blur`. Throws if the iframe is not on the page.
   */
  touch(): void;
}

/**
 * One call of `Iotpay(secureId, mode, options).mount(selector, …)`. It goes on when its element has left the page: IOTPay's
 * script never stops listening, so an outcome can come late, or twice.
 */
export interface FakeMount extends FakeOutcomes {
  readonly secureId: string;
  readonly mode: IotPayMode;
  /** As they were when `Iotpay()` was called. */
  readonly options: IotPaySdkOptions | undefined;
  readonly selector: string;
  /**
   * The secureId was used before: it reported an outcome, whatever that was, or a card was sent for it. There is an error page
   * in place of a form then, nothing is called back with, and `succeed`, `fail`, `timeout` and `emit` throw.
   */
  readonly refused: boolean;
}

/** What a form has in common with all others of its page. */
export interface FakeGateway {
  /** BCP 47. */
  readonly locale: string;
  readonly returnUrl: ReturnUrl;
  readonly onSubmit: ((form: FakeMount) => void) | undefined;
  /** The secureIds that are good for nothing any more. */
  readonly used: Set<string>;
  /** Every iframe that was put in. */
  readonly frames: FakeFrame[];
  /** What an iframe has to pass before it is put in. */
  readonly insertion: Gate;
  /** What an iframe's page has to pass before it arrives. */
  readonly arrival: Gate;
}

/** A form's identity and place: all of a mount but what can happen to it. */
type MountedForm = Omit<FakeMount, keyof FakeOutcomes | 'refused'>;

/** Opens a form in `place`, a little later, as IOTPay's script may do it. */
export function openFakeForm(
  place: Element,
  form: MountedForm,
  callback: (event: unknown) => void,
  gateway: FakeGateway,
): FakeMount {
  const { secureId, mode } = form;
  const { returnUrl, onSubmit, used } = gateway;
  const refused = used.has(secureId);
  let frame: FakeFrame | undefined;

  function emit(event: unknown): void {
    if (refused) {
      throw new Error(
        'This secureId was used before, so IOTPay shows an error page instead of a form: nothing can come of it. Let the shop ask for a new secureId.',
      );
    }
    used.add(secureId);
    frame?.redraw();
    callback(event);
  }

  function submit(): void {
    // There can be a second form for one secureId. Only the first is good for a payment.
    const isFirst = !used.has(secureId);
    used.add(secureId);
    if (isFirst) onSubmit?.(mount);
    else frame?.redraw();
  }

  const mount: FakeMount = {
    ...form,
    refused,
    emit,
    succeed: (changes) => emit(successEvent(mode, returnUrl, changes)),
    fail: (message = 'Declined') => emit(failureEvent(mode, returnUrl, message)),
    timeout: () => emit(timeoutEvent),
    touch() {
      if (!frame?.isOnPage()) throw new Error('Nobody can touch this form: its iframe is not on the page.');
      frame.touch();
    },
  };

  function putIn(): void {
    const { locale, arrival } = gateway;
    const options = form.options ?? {};
    const isUsed = () => used.has(secureId);
    frame = putFrame(place, { mode, options, locale, arrival, isUsed, onSubmit: onSubmit && submit });
    gateway.frames.push(frame);
  }
  // Not by queueMicrotask, which some fake timers stop.
  gateway.insertion.pass(() => void Promise.resolve().then(putIn));
  return mount;
}
