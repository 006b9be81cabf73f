import type { IotPayFactory, IotPayMode } from '../../contract/sdk';
import { callShop } from '../callShop';
import type { IotPayClientError } from '../error';
import { pageChanged, subscribeToPage } from '../pageChanges';
import { loadScript } from '../script/loadIotPayScript';
import { currentLoad } from '../script/scriptLoad';
import { warnAbout } from '../warnAbout';
import { createHost, frameOf, hideForm, mountForm, moveHost, nameFrame } from './formHost';
import type { FormSetup, PaymentViewer } from './paymentViewer';
import { readOutcome, type IotPayOutcome } from './readOutcome';
import { tellOutcome } from './tellOutcome';
import { watchForm } from './watchForm';

/** How far a payment has come on this page. `mayBePaid`: a form was on the page, so the customer may have paid in it. */
export type PaymentState =
  | { status: 'loading'; outcome?: undefined; error?: undefined }
  | { status: 'ready'; outcome?: undefined; error?: undefined }
  | { status: 'settled'; outcome: IotPayOutcome; error?: undefined }
  | { status: 'failed'; outcome?: undefined; error: IotPayClientError; mayBePaid: boolean };

/**
 * One payment on this page, known by its secureId and mode: `loading → ready → settled`, or `failed` while its form can't be shown.
 * Components come and go; the payment stays, hears the SDK's callback for as long as the page lives, and tells its outcome once.
 */
export interface Payment {
  readonly get: () => PaymentState;
  /** Whether selling the same thing again could charge the customer twice: it is paid or unknown, or the customer has entered the form. */
  readonly isPaidOrUndecided: () => boolean;
  readonly isShown: () => boolean;
  /** Shows the payment in a component, until the returned function is called. */
  readonly attach: (viewer: PaymentViewer) => () => void;
  /** A component that shows the payment has changed. */
  readonly update: () => void;
  /** The container of a component may be about to leave the document. */
  readonly keepForm: (container: HTMLElement | null) => void;
  /** Tries once more what failed: the script or the form. */
  readonly retry: () => void;
}

/** How long a form that the customer has entered is kept without a component that shows it, in milliseconds. */
const keptMs = 15 * 60_000;

export function createPayment(key: string, secureId: string, mode: IotPayMode): Payment {
  let state: PaymentState = { status: 'loading' };
  let iotpay: IotPayFactory | undefined;
  let isAsking = false;
  /** Whether the SDK was asked for a form. A second one needs the customer's word. */
  let wasAsked = false;
  /** The SDK's element, kept for as long as the form in it can be shown again. */
  let host: HTMLElement | undefined;
  /** The component that the form is in. */
  let owner: PaymentViewer | undefined;
  let timeoutMs = 0;
  let title = '';
  let isTouched = false;
  let wasTold = false;
  let keptTimer: ReturnType<typeof setTimeout> | undefined;
  let stopWatching = () => {};
  const viewers = new Set<PaymentViewer>();
  const handlers = () => [...viewers].filter((viewer) => viewer.key === key).map((viewer) => viewer.handlers);

  function change(next: PaymentState): void {
    if (state.outcome || next.status === state.status) return;
    state = next;
    pageChanged();
    for (const { onReady, onError = warnAbout } of handlers())
      callShop(() => (next.error ? onError(next.error) : next.status === 'ready' && onReady?.()));
  }

  const fail = (error: IotPayClientError, mayBePaid = !!host && !!frameOf(host)) =>
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
    removeForm();
    change({ status: 'settled', outcome });
    tell(outcome);
  }

  function checkTouch(): boolean {
    if (!isTouched && host?.contains(document.activeElement)) {
      isTouched = true;
      const listener = handlers().find(({ onTouched }) => onTouched);
      callShop(() => listener?.onTouched?.());
    }
    return isTouched;
  }

  function removeForm(): void {
    clearTimeout(keptTimer);
    stopWatching();
    host?.remove();
  }

  function report(error?: IotPayClientError): void {
    if (host) nameFrame(host, title);
    if (error) fail(error);
    else change({ status: 'ready' });
  }

  function askForScript({ script }: PaymentViewer): void {
    isAsking = true;
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
        isAsking = false;
        sync();
      });
  }

  function showForm(container: HTMLElement, viewer: PaymentViewer): void {
    if (!host) return;
    owner = viewer;
    clearTimeout(keptTimer);
    title = viewer.title;
    nameFrame(host, title);
    host.hidden = false;
    if (host.parentNode === container) return;
    stopWatching();
    const isKept = moveHost(host, container);
    stopWatching = watchForm(host, !isKept, timeoutMs, checkTouch, report);
  }

  function mount(
    factory: IotPayFactory,
    setup: FormSetup,
    container: HTMLElement,
    viewer: PaymentViewer,
  ): void {
    timeoutMs = setup.timeoutMs;
    host = createHost();
    showForm(container, viewer);
    wasAsked = true;
    const error = mountForm(host, { iotpay: factory, secureId, mode, options: setup.options }, onEvent);
    if (!error) return;
    fail(error);
    removeForm();
    host = undefined;
  }

  /** Opens the form, or brings it back, if its secureId may still be used. */
  function open(container: HTMLElement, viewer: PaymentViewer): void {
    const setup = viewer.setup();
    if (!setup) return;
    if (setup instanceof Error) fail(setup, true);
    else if (host) showForm(container, viewer);
    else if (iotpay) mount(iotpay, setup, container, viewer);
    else if (!isAsking) askForScript(viewer);
  }

  /** No component has a place for the form. A payment may be under way in one that the customer has entered, so that one stays out of sight. */
  function leave(): void {
    owner = undefined;
    if (!host?.isConnected || !checkTouch()) return putAway();
    hideForm(host);
    keptTimer = setTimeout(putAway, keptMs);
  }

  /** Takes the form out of the document. Shown again, its iframe has to load again. */
  function putAway(): void {
    removeForm();
    if (state.status === 'ready') change({ status: 'loading' });
  }

  /** Brings the page in line with who shows the payment now. */
  function sync(): void {
    if (state.outcome) return tell(state.outcome);
    // The next component that shows this payment tries anew.
    if (!viewers.size) retryUnasked();
    const viewer = [...viewers].find(({ container }) => container);
    const container = viewer?.container;
    if (container && host && (host.isConnected || checkTouch())) showForm(container, viewer);
    else if (container && !state.error) open(container, viewer);
    else if (host && owner && !viewers.has(owner)) leave();
  }

  function retryUnasked(): void {
    if (!wasAsked || (host && frameOf(host))) payment.retry();
  }

  // In a microtask, so that StrictMode's mount, unmount, mount is one, and a tree that shows again after Suspense keeps its form.
  const update = () => queueMicrotask(sync);

  const payment: Payment = {
    get: () => state,
    isPaidOrUndecided: () => (state.outcome ? state.outcome.status !== 'failed' : checkTouch()),
    isShown: () => !!handlers().length,
    attach(viewer) {
      viewers.add(viewer);
      addEventListener('online', retryUnasked);
      update();
      return () => {
        removeEventListener('online', retryUnasked);
        viewers.delete(viewer);
        update();
      };
    },
    update,
    keepForm(container) {
      if (host && host.parentNode === container && checkTouch()) hideForm(host);
    },
    retry() {
      if (!state.error) return;
      // Put back, the same iframe loads again, and the SDK is not asked twice for one payment.
      if (!checkTouch()) removeForm();
      if (host && !frameOf(host)) host = undefined;
      change({ status: checkTouch() ? 'ready' : 'loading' });
      update();
    },
  };
  return payment;
}
