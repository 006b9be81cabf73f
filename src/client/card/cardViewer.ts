import { sdkWindow, type IotPayMode } from '../../contract/sdk';
import { callShop } from '../callShop';
import { definedFields } from '../definedFields';
import { clientError, type IotPayClientError } from '../error';
import type { PagePayment } from '../payment/payment';
import { knownPayment, paymentKey, pagePaymentOf } from '../payment/payments';
import type { PaymentViewer } from '../payment/paymentViewer';
import type { IotPayDefaults } from '../provider/context';
import { loadScript } from '../script/loadIotPayScript';
import { isWithinItsHour } from '../secureId/issuedSecureIds';
import { warnAbout } from '../warnAbout';
import { sdkOptions } from './cardOptions';
import type { UseIotPayCardOptions } from './cardProps';
import { findModeConflict, type CardSession } from './cardSession';

/** The latest inputs of a card component. */
export interface CardInputs {
  props: Omit<UseIotPayCardOptions<IotPayMode>, 'secureId' | 'mode'>;
  session: CardSession;
  mode: IotPayMode;
  defaults: IotPayDefaults;
}

/** The connection between one card component and the payments of its page. */
export interface CardViewer {
  readonly update: (inputs: CardInputs) => void;
  /** Shows the payment of these inputs, until the returned function is called. */
  readonly attach: () => () => void;
  /** Tells the shop once why there is no secureId. */
  readonly tellError: (error: IotPayClientError | undefined) => void;
  /** A ref callback for the element that the form goes into. */
  readonly containerRef: (element: HTMLElement | null) => void;
  /**
   * Tries again after a failure: loads the script, asks for the secureId or opens the form. After a decline, asks for a
   * new secureId.
   */
  readonly retry: () => void;
}

export function createCardViewer(): CardViewer {
  let inputs: CardInputs;
  /** The payment that this viewer is attached to. */
  let payment: PagePayment | undefined;
  let toldError: IotPayClientError | undefined;
  /** True from the component's effects to their cleanup. The hooks of its session live as long. */
  let isOnPage = false;

  const script = () => ({ ...inputs.defaults.script, ...definedFields(inputs.props.script) });

  const viewer: PaymentViewer = {
    container: null,
    handlers: {},
    title: '',
    key: undefined,
    script,
    setup() {
      const { props, session, mode, defaults } = inputs;
      // A session asks for a new secureId by itself, if it can.
      if (session.secureId && !isWithinItsHour(session.secureId, isOnPage && !!session.refresh))
        return session.refresh ? undefined : clientError('secure_id_expired');
      const options = sdkOptions(defaults.options, props.options);
      return findModeConflict(session, mode) ?? { options, timeoutMs: props.formTimeoutMs ?? 15_000 };
    },
  };

  function show(): (() => void) | undefined {
    // The script and the secureId load side by side. If the script fails, the payment that needs it reports the error.
    loadScript(script()).catch(() => undefined);
    const { session, mode } = inputs;
    if (!session.secureId) return undefined;
    payment = pagePaymentOf(session.secureId, mode);
    return payment.attach(viewer);
  }

  return {
    update(next) {
      inputs = next;
      const { props, session, mode, defaults } = next;
      viewer.handlers = props;
      viewer.title = defaults.messages.title;
      viewer.key = session.secureId && paymentKey(session.secureId, mode);
      payment?.update();
    },
    attach() {
      isOnPage = true;
      const leave = show();
      return () => {
        isOnPage = false;
        leave?.();
      };
    },
    containerRef(element) {
      if (!element) payment?.keepForm(viewer.container);
      viewer.container = element;
      // Effects run after the browser has painted. The form can start to load before that. The script can't, because
      // the parser may not have reached the page's own tag yet.
      if (element && sdkWindow().Iotpay) show();
      else payment?.update();
    },
    tellError(error) {
      if (!error || error === toldError) return;
      toldError = error;
      const { onError = warnAbout } = inputs.props;
      callShop(() => onError(error));
    },
    retry() {
      const { session, mode } = inputs;
      const known = session.secureId ? knownPayment(session.secureId, mode) : undefined;
      const wasDeclined = known?.get().outcome?.status === 'failed';
      if (session.error || wasDeclined) session.refresh?.();
      else known?.retry();
    },
  };
}
