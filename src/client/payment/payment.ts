import type { IotPayFactory, IotPayMode } from '../../contract/sdk';
import { callShop } from '../callShop';
import type { IotPayClientError } from '../error';
import { pageChanged, subscribeToPage } from '../pageChanges';
import { loadScript } from '../script/loadIotPayScript';
import { currentLoad } from '../script/scriptLoad';
import { warnAbout } from '../warnAbout';
import { createPaymentForm } from './paymentForm';
import type { FormSetup, PaymentViewer } from './paymentViewer';
import type { PaymentState } from './paymentState';
import { readOutcome, type IotPayOutcome } from './readOutcome';
import { tellOutcome } from './tellOutcome';

/**
 * One payment on this page: `loading → ready → settled`, or `failed` while its form can't be shown. Components come and
 * go. The payment stays, hears the SDK's callback for as long as the page lives, and tells its outcome once.
 */
export interface PagePayment {
  readonly get: () => PaymentState;
  /** Whether it is paid or unknown, or its form was entered. Then another order could charge the customer twice. */
  readonly isPaidOrUndecided: () => boolean;
  readonly isShown: () => boolean;
  /** Shows the payment in a component, until the returned function is called. */
  readonly attach: (viewer: PaymentViewer) => () => void;
  /** Says that a component that shows the payment has changed. */
  readonly update: () => void;
  /** Says that the container of a component may be about to leave the document. */
  readonly keepForm: (container: HTMLElement | null) => void;
  /** Tries again after a failure: loads the script or opens the form. */
  readonly retry: () => void;
}

export function createPayment(key: string, secureId: string, mode: IotPayMode): PagePayment {
  let state: PaymentState = { status: 'loading' };
  let iotpay: IotPayFactory | undefined;
  let isAskingForScript = false;
  /** Whether the SDK was asked for a form. It is asked for a second one only if the customer wants to retry. */
  let wasMounted = false;
  let wasTold = false;
  const viewers = new Set<PaymentViewer>();
  const handlers = () => [...viewers].filter((viewer) => viewer.key === key).map((viewer) => viewer.handlers);

  const form = createPaymentForm(
    { secureId, mode },
    {
      onReport: (error) => (error ? fail(error) : change({ status: 'ready' })),
      onTouched() {
        pageChanged();
        const listener = handlers().find(({ onTouched }) => onTouched);
        callShop(() => listener?.onTouched?.());
      },
      onAway: () => state.status === 'ready' && change({ status: 'loading' }),
      onEvent,
    },
  );

  function change(next: PaymentState): void {
    if (state.outcome || next.status === state.status) return;
    state = next;
    pageChanged();
    for (const { onReady, onError = warnAbout } of handlers())
      callShop(() => (next.error ? onError(next.error) : next.status === 'ready' && onReady?.()));
  }

  const fail = (error: IotPayClientError, mayBePaid = form.hasFrame()) =>
    change({ status: 'failed', error, mayBePaid });

  function tell(outcome: IotPayOutcome): void {
    for (const candidate of handlers())
      wasTold ||= tellOutcome(outcome, candidate, () => !!handlers().length);
  }

  function onEvent(event: unknown): void {
    const outcome = readOutcome(event, mode);
    if (state.outcome) {
      for (const { onIgnoredOutcome } of handlers()) callShop(() => onIgnoredOutcome?.(outcome, 'repeated'));
      return;
    }
    form.remove();
    change({ status: 'settled', outcome });
    tell(outcome);
  }

  function askForScript({ script }: PaymentViewer): void {
    isAskingForScript = true;
    loadScript(script())
      .then(
        (loaded) => {
          iotpay = loaded;
        },
        (error: unknown) => {
          const failedLoad = currentLoad();
          fail(error as IotPayClientError);
          // Another form, or useIotPayScript, may load the script after all.
          const stop = subscribeToPage(() => {
            if (currentLoad() === failedLoad) return;
            stop();
            payment.retry();
          });
        },
      )
      .finally(() => {
        isAskingForScript = false;
        sync();
      });
  }

  function mount(
    factory: IotPayFactory,
    setup: FormSetup,
    container: HTMLElement,
    viewer: PaymentViewer,
  ): void {
    wasMounted = true;
    const error = form.mount(factory, setup, container, viewer);
    if (!error) return;
    fail(error);
    form.discard();
  }

  /** Opens the form, or brings it back, if its secureId may still be used. */
  function open(container: HTMLElement, viewer: PaymentViewer): void {
    const setup = viewer.setup();
    if (!setup) return;
    if (setup instanceof Error) fail(setup, true);
    else if (form.isOpen()) form.show(container, viewer);
    else if (iotpay) mount(iotpay, setup, container, viewer);
    else if (!isAskingForScript) askForScript(viewer);
  }

  /** Brings the form to the component that shows the payment now, or puts it away. */
  function sync(): void {
    if (state.outcome) return tell(state.outcome);
    // The next component that shows this payment tries again.
    if (!viewers.size) retryWithoutNewForm();
    const viewer = [...viewers].find(({ container }) => container);
    const container = viewer?.container;
    if (container && form.isInUse()) {
      form.show(container, viewer);
      return;
    }
    form.leave(viewers);
    if (container && !state.error) open(container, viewer);
  }

  /** Tries again, but only if the SDK is not asked for a second form. */
  function retryWithoutNewForm(): void {
    if (!wasMounted || form.hasFrame()) payment.retry();
  }

  // A microtask, because StrictMode's mount, unmount, mount must count as one, and a tree that shows again after
  // Suspense must keep its form.
  const update = () => queueMicrotask(sync);

  const payment: PagePayment = {
    get: () => state,
    isPaidOrUndecided: () => (state.outcome ? state.outcome.status !== 'failed' : form.isTouched()),
    isShown: () => !!handlers().length,
    attach(viewer) {
      viewers.add(viewer);
      addEventListener('online', retryWithoutNewForm);
      update();
      return () => {
        removeEventListener('online', retryWithoutNewForm);
        viewers.delete(viewer);
        update();
      };
    },
    update,
    keepForm: form.keep,
    retry() {
      if (!state.error) return;
      form.reset();
      change({ status: form.isTouched() ? 'ready' : 'loading' });
      update();
    },
  };
  return payment;
}
