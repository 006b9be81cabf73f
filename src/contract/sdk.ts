/** `'Pay'` takes a payment, `'Add'` saves a card. */
export type IotPayMode = 'Pay' | 'Add';

/** The pay button inside the hosted form: CSS values, `text` is the label (docs/gateway-contract.md, section 1). */
export interface IotPayButtonOptions {
  text?: string | undefined;
  color?: string | undefined;
  backgroundColor?: string | undefined;
  backgroundImage?: string | undefined;
  boxShadow?: string | undefined;
  height?: string | undefined;
  borderRadius?: string | undefined;
}

/** The options that the hosted form takes (docs/gateway-contract.md, section 1). */
export interface IotPaySdkOptions {
  darkMode?: boolean | undefined;
  /** `'card'` draws a card; without it the form is plain. */
  theme?: 'card' | undefined;
  button?: IotPayButtonOptions | undefined;
}

/** The argument of the hosted SDK's callback. A callback may come late, twice, or with parts missing. */
export interface IotPaySdkEvent {
  result: 'SUCCESS' | 'FAIL';
  message?: string;
  detail?: { retCode?: string; retMsg?: string; retData?: Record<string, unknown> };
}

/** What `Iotpay()` returns. `selector` is resolved with `document.querySelector` when `mount` is called. */
export interface IotPaySdkInstance {
  mount(selector: string, callback: (event: IotPaySdkEvent) => void): void;
}

/** The one global that the hosted script defines. */
export type IotPayFactory = (
  secureId: string,
  mode: IotPayMode,
  options?: IotPaySdkOptions,
) => IotPaySdkInstance;

/**
 * A window that may hold the hosted script's global. This library declares no global of its own, because a shop may have
 * declared `Window.Iotpay` itself.
 */
export interface IotPayWindow {
  Iotpay?: IotPayFactory | undefined;
}

/** The page's window. It is a function because a server that imports this file has no window. */
export function sdkWindow(): IotPayWindow {
  return window as IotPayWindow;
}
