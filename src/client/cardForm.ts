import { sdkWindow, type IotPayFactory } from '../contract/sdk';
import type { CardFormProps, CardFormSession } from './cardFormProps';
import { optionsReader, sdkOptionsText } from './cardOptions';
import { openCardSession, type CardSessionState } from './cardSession';
import type { IotPayDefaults } from './context';
import { deliverOutcome } from './deliverOutcome';
import type { IotPayClientError } from './error';
import { loadScript } from './loadIotPayScript';
import { listenToPage } from './pageEvents';
import { scriptOptions } from './scriptOptions';

export type CardFormState = { status: 'loading'; outcome?: undefined; error?: undefined } | CardSessionState;

export const loadingForm: CardFormState = { status: 'loading' };

/** A form's three controls. */
export type CardForm = readonly [
  /** Says what the form should be. Cheap to call again with the same. */
  configure: (props: CardFormProps, session: CardFormSession, defaults: IotPayDefaults) => void,
  /** From here on, and until the returned function is called, the form may be on the page. */
  connect: () => () => void,
  forUsers: {
    /** A ref callback: where the form goes. */
    containerRef: (container: HTMLElement | null) => void;
    /** Tries what failed once more: the script, the secureId or the form. */
    retry: () => void;
  },
];

/**
 * Keeps one card form in step with what is wanted of it. Changes are carried out in a microtask, so that StrictMode's
 * mount, unmount, mount makes one form, and a tree that shows again after Suspense keeps its own.
 *
 * | change | what happens to the form |
 * | --- | --- |
 * | another secureId, mode or container | a new payment: it is closed and another one opened |
 * | other options | the same, but a form with an outcome stays as it is |
 * | other handlers, title, redirect | nothing; the latest are used |
 * | no secureId | it is closed |
 *
 * @param onChange hears each new state
 */
export function createCardForm(onChange: (state: CardFormState) => void): CardForm {
  let state = loadingForm;
  let props: CardFormProps;
  let session: CardFormSession;
  let defaults: IotPayDefaults;
  let container: HTMLElement | null = null;
  let connected = false;
  let isDark = false;
  let touched = false;
  let asked = false;
  let iotpay: IotPayFactory | undefined;
  let current: readonly unknown[] | undefined;
  let closeSession: (() => void) | undefined;
  const readOptions = optionsReader();

  function report(next: CardSessionState): void {
    if (!connected || session?.secureId !== current?.[0]) {
      // Its form is no longer wanted, and about to be closed.
      if (next.outcome) props.onIgnoredOutcome?.(next.outcome, 'closed');
      return;
    }
    onChange((state = next));
    if (next.outcome) deliverOutcome(next.outcome, props);
    else if (next.error) props.onError?.(next.error);
    else props.onReady?.();
  }

  function load(): void {
    asked = true;
    loadScript(scriptOptions(props.script, defaults.script)).then(
      (loaded) => {
        iotpay = loaded;
        schedule();
      },
      (error: unknown) => {
        asked = false;
        report({ status: 'failed', error: error as IotPayClientError });
      },
    );
  }

  function close(): void {
    closeSession?.();
    closeSession = undefined;
    onChange((state = loadingForm));
  }

  /** What the form is to be made of, where that is not what it is made of. */
  function change() {
    const options = sdkOptionsText(readOptions({ ...defaults.options, ...props.options }), isDark);
    const wanted = [session?.secureId, props.mode, iotpay, container, session?.error, options] as const;
    // The options come last, and are too late for a form that has its outcome.
    return (
      wanted.some((part, index) => part !== current?.[index] && !(state.outcome && index === 5)) && wanted
    );
  }

  function sync(): void {
    if (!connected) {
      // React hides a tree (its Activity) by taking its effects away. The outcome stays then, as all state does, and
      // what was paid with is not opened again.
      if (state.outcome) closeSession?.();
      else if (current) {
        current = undefined;
        close();
      }
      return;
    }
    const wanted = change();
    if (!wanted) return;
    current = wanted;
    if (!asked) load();
    const [secureId, , , , error, options] = wanted;
    if (error) {
      if (error !== state.error && !state.outcome) report({ status: 'failed', error });
      return;
    }
    close();
    touched = false;
    if (iotpay && secureId && container) {
      closeSession = openCardSession(
        iotpay,
        container,
        { ...props, secureId, options, title: defaults.messages.title },
        report,
        (outcome, because) => props.onIgnoredOutcome?.(outcome, because),
      );
    }
  }

  const isTouched = () => (touched ||= !!container?.contains(document.activeElement));

  const schedule = () => queueMicrotask(sync);

  const forUsers: CardForm[2] = {
    containerRef(element) {
      // React takes refs away from hidden trees whose nodes stay: only another element counts.
      container = element ?? container;
      // Effects come later, after the browser has painted: by then the form can be on its way. Not so the script:
      // the parser may still be on its way to the page's own tag.
      connected ||= !!(element && sdkWindow().Iotpay);
      schedule();
    },
    retry() {
      if (!state.error) return;
      if (session?.error) session.refresh?.();
      current = undefined;
      schedule();
    },
  };

  return [
    (nextProps, nextSession, nextDefaults) => {
      props = nextProps;
      session = nextSession;
      defaults = nextDefaults;
      if (connected && change()) schedule();
    },
    () => {
      connected = true;
      schedule();
      const stopListening = listenToPage({
        // A new secureId would be a new order, and is for the customer to ask for.
        onOnline: () => session?.error ?? forUsers.retry(),
        // What was paid with here is of no more use: nobody should type into it.
        onRestored: () => state.outcome && closeSession?.(),
        onFocusLeft: isTouched,
        onDark(next) {
          // A form that may have been typed into keeps its looks: in a new one, what was typed would be gone.
          if (isTouched()) return;
          isDark = next;
          schedule();
        },
      });
      return () => {
        connected = false;
        stopListening();
        schedule();
      };
    },
    forUsers,
  ];
}
