import type { IotPayFactory } from '../../contract/sdk';
import type { IotPayClientError } from '../error';
import { createHost, frameOf, hideForm, mountForm, moveHost, nameFrame, type MountConfig } from './formHost';
import type { FormSetup, PaymentViewer } from './paymentViewer';
import { watchForm } from './watchForm';

/** The one form of a payment: the element that the SDK was given, anywhere on the page. */
export interface PaymentForm {
  /** Whether the SDK was asked for this form. Its iframe may not be there yet. */
  readonly isOpen: () => boolean;
  /** Whether the SDK has inserted its iframe. Such a form can be shown again without a second `mount()`. */
  readonly hasFrame: () => boolean;
  /** Whether the form can be shown without loading again, or must not be lost because the customer has entered it. */
  readonly isInUse: () => boolean;
  /** Whether the customer has ever entered the form. */
  readonly isTouched: () => boolean;
  /** Asks the SDK for the form. Returns the error if that failed. */
  readonly mount: (
    iotpay: IotPayFactory,
    setup: FormSetup,
    container: HTMLElement,
    viewer: PaymentViewer,
  ) => IotPayClientError | undefined;
  /** Brings a form that was mounted into the container of this component. */
  readonly show: (container: HTMLElement, viewer: PaymentViewer) => void;
  /** The container may be about to leave the document. */
  readonly keep: (container: HTMLElement | null) => void;
  /** The component that contains the form has gone, unless it is still among these. */
  readonly leave: (viewers: ReadonlySet<PaymentViewer>) => void;
  /** Takes the form out of the document. */
  readonly remove: () => void;
  /** Forgets a form that the SDK could not make. */
  readonly discard: () => void;
  /** Prepares a failed form for another try. The SDK is asked again only if it has shown no iframe. */
  readonly reset: () => void;
}

export interface PaymentFormEvents {
  /** The form can be used, or it can't because of this error. */
  onReport(error?: IotPayClientError): void;
  /** The customer has entered the form. */
  onTouched(): void;
  /** The form has left the document. When it is shown again, its iframe has to load again. */
  onAway(): void;
  /** The SDK called back. */
  onEvent(event: unknown): void;
}

/** How long a form that the customer has entered is kept while no component shows it, in milliseconds. */
const keptMs = 15 * 60_000;

export function createPaymentForm(
  payment: Pick<MountConfig, 'secureId' | 'mode'>,
  events: PaymentFormEvents,
): PaymentForm {
  let host: HTMLElement | undefined;
  /** The component that contains the form. */
  let owner: PaymentViewer | undefined;
  let timeoutMs = 0;
  let title = '';
  let wasTouched = false;
  let keptTimer: ReturnType<typeof setTimeout> | undefined;
  let stopWatching = () => {};

  function isTouched(): boolean {
    if (!wasTouched && host?.contains(document.activeElement)) {
      wasTouched = true;
      events.onTouched();
    }
    return wasTouched;
  }

  function report(error?: IotPayClientError): void {
    if (host) nameFrame(host, title);
    events.onReport(error);
  }

  function remove(): void {
    clearTimeout(keptTimer);
    stopWatching();
    host?.remove();
  }

  function putAway(): void {
    remove();
    events.onAway();
  }

  /** Hides a form that the customer has entered, and keeps it for a while, because a payment may be under way in it. */
  function keepOutOfSight(element: HTMLElement): void {
    hideForm(element);
    clearTimeout(keptTimer);
    keptTimer = setTimeout(putAway, keptMs);
  }

  function show(container: HTMLElement, viewer: PaymentViewer): void {
    if (!host) return;
    owner = viewer;
    clearTimeout(keptTimer);
    title = viewer.title;
    nameFrame(host, title);
    host.hidden = false;
    if (host.parentNode === container) return;
    stopWatching();
    const isKept = moveHost(host, container);
    stopWatching = watchForm(host, !isKept, timeoutMs, isTouched, report);
  }

  function discard(): void {
    remove();
    host = undefined;
  }

  return {
    isOpen: () => !!host,
    hasFrame: () => !!host && !!frameOf(host),
    isInUse: () => !!host && (host.isConnected || isTouched()),
    isTouched,
    mount(iotpay, setup, container, viewer) {
      timeoutMs = setup.timeoutMs;
      host = createHost();
      show(container, viewer);
      return mountForm(host, { ...payment, iotpay, options: setup.options }, events.onEvent);
    },
    show,
    keep(container) {
      if (host && host.parentNode === container && isTouched()) keepOutOfSight(host);
    },
    leave(viewers) {
      if (!host || !owner || viewers.has(owner)) return;
      owner = undefined;
      if (host.isConnected && isTouched()) keepOutOfSight(host);
      else putAway();
    },
    remove,
    discard,
    reset() {
      if (!isTouched()) remove();
      if (host && !frameOf(host)) discard();
    },
  };
}
