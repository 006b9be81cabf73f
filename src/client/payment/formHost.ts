import type { IotPayFactory, IotPayMode, IotPaySdkOptions } from '../../contract/sdk';
import { clientError, type IotPayClientError } from '../error';

/**
 * The element that the SDK is given for one payment. Its id is unique on the page, even if the page has a second copy
 * of this module.
 */
export function createHost(): HTMLElement {
  const host = document.createElement('div');
  host.id = `iotpay-${Math.random().toString(36).slice(2)}`;
  return host;
}

export const frameOf = (host: HTMLElement): HTMLIFrameElement | null => host.querySelector('iframe');

/** Names the iframe for screen readers in the shop's language, because the SDK knows only the browser's. */
export function nameFrame(host: HTMLElement, title: string): void {
  const frame = frameOf(host);
  if (frame) frame.title = title;
}

/** A newer way to move an element. It keeps the page in an iframe alive, but not every browser has it. */
interface Mover {
  moveBefore?: (node: Node, child: null) => void;
}

/**
 * Puts the host into another element.
 *
 * @returns whether the page in its iframe lives on. It does if the host was in the document and the browser can move it
 *   as it is; otherwise the iframe loads again
 */
export function moveHost(host: HTMLElement, parent: HTMLElement & Mover): boolean {
  const isKept = host.isConnected && parent.isConnected && !!parent.moveBefore;
  if (isKept) parent.moveBefore?.(host, null);
  else parent.append(host);
  return isKept;
}

/**
 * Hides a form that may be in use. If the browser can move it without a reload, it goes to the body, so that it outlives
 * its component.
 */
export function hideForm(host: HTMLElement): void {
  host.hidden = true;
  if ('moveBefore' in host) moveHost(host, document.body);
}

export interface MountConfig {
  iotpay: IotPayFactory;
  secureId: string;
  mode: IotPayMode;
  options: IotPaySdkOptions;
}

/** Asks the SDK to put its form into the host. Returns the error if that failed. */
export function mountForm(
  host: HTMLElement,
  { iotpay, secureId, mode, options }: MountConfig,
  onEvent: (event: unknown) => void,
): IotPayClientError | undefined {
  const selector = `#${host.id}`;
  if (document.querySelector(selector) !== host) return clientError('container_unreachable');
  try {
    iotpay(secureId, mode, options).mount(selector, onEvent);
    return undefined;
  } catch (cause) {
    return clientError('mount_failed', cause);
  }
}
