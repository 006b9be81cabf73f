import type { IotPayMode, IotPaySdkOptions } from '../contract/sdk';
import { failureEvent, successEvent, timeoutEvent, type FakeSuccess, type ReturnUrl } from './fakeEvents';
import { putFrame, type FakeFrame } from './form/putFrame';
import type { Gate } from './gate';

/** The acts of the customer and the gateway in a form. Wrap calls in React's `act` if you use it. */
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
  /** Calls back with any event, as the SDK would. It may come a second time, or contradict an earlier one. */
  emit(event: unknown): void;
  /**
   * The customer goes into the form, as by a tap or the Tab key. Its iframe is then the page's active element, and the
   * window hears `blur`. Throws if the iframe is not on the page.
   */
  touch(): void;
}

/**
 * One call of `Iotpay(secureId, mode, options).mount(selector, …)`. It goes on when its element has left the page,
 * because IOTPay's script never stops listening. So an outcome can come late, or twice.
 */
export interface FakeMount extends FakeOutcomes {
  readonly secureId: string;
  readonly mode: IotPayMode;
  /** As they were when `Iotpay()` was called. */
  readonly options: IotPaySdkOptions | undefined;
  readonly selector: string;
  /**
   * The secureId was used before, because it reported an outcome of any kind, or a card was sent for it. Then there is
   * an error page in place of a form, no callback comes, and `succeed`, `fail`, `timeout` and `emit` throw.
   */
  readonly refused: boolean;
}

/** The parts that all forms of a page share. */
export interface FakeGateway {
  /** BCP 47. */
  readonly locale: string;
  readonly returnUrl: ReturnUrl;
  readonly onSubmit: ((form: FakeMount) => void) | undefined;
  /** The secureIds that can't be used any more. */
  readonly used: Set<string>;
  /** Every iframe that was inserted. */
  readonly frames: FakeFrame[];
  /** Each iframe has to pass this gate before it is inserted. */
  readonly insertion: Gate;
  /** Each iframe's page has to pass this gate before it arrives. */
  readonly arrival: Gate;
}

/** A form's identity and place: a mount without its acts. */
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
    // There can be a second form for one secureId. Only the first can be paid in.
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
      if (!frame?.isOnPage())
        throw new Error('The iframe of this form is not on the page, so the customer can not touch it.');
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
