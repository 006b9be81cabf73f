import type { IotPayMode, IotPaySdkOptions } from '../../contract/sdk';
import type { IotPayClientError } from '../error';
import type { IotPayScriptOptions } from '../script/scriptOptions';
import type { PaymentHandlers } from './handlers';

/** The settings of a form. They are read once, when the form opens. */
export interface FormSetup {
  options: IotPaySdkOptions;
  /** How long the form may take to show, in milliseconds. */
  timeoutMs: number;
}

/** A component that shows payments. Its fields always hold the latest values. */
export interface PaymentViewer {
  /** The element that the form goes into, or null while there is none. */
  container: HTMLElement | null;
  handlers: PaymentHandlers<IotPayMode>;
  /** The name of the form's iframe for screen readers. */
  title: string;
  /** The key of the payment that the component shows now. It may be attached to its last one for a moment longer. */
  key: string | undefined;
  script(): IotPayScriptOptions;
  /** The form's settings, or an error if it must not be opened, or undefined if another secureId is on its way. */
  setup(): FormSetup | IotPayClientError | undefined;
}
