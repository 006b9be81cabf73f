import type { IotPayMode, IotPaySdkOptions } from '../../contract/sdk';
import type { IotPayClientError } from '../error';
import type { IotPayScriptOptions } from '../script/scriptOptions';
import type { PaymentHandlers } from './handlers';

/** How a form is to be made. It is read once, when the form opens. */
export interface FormSetup {
  options: IotPaySdkOptions;
  /** How long the form may take to show, in milliseconds. */
  timeoutMs: number;
}

/** A component that shows payments. It keeps its fields as they are now. */
export interface PaymentViewer {
  /** Where the form goes, or null while there is no such element. */
  container: HTMLElement | null;
  handlers: PaymentHandlers<IotPayMode>;
  /** What a screen reader calls the form's iframe. */
  title: string;
  /** The key of the payment that the component shows now. It may be attached to its last one for a moment longer. */
  key: string | undefined;
  script(): IotPayScriptOptions;
  /** How to make the form; or why it must not be opened; or nothing, because another secureId is on its way. */
  setup(): FormSetup | IotPayClientError | undefined;
}
