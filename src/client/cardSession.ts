import type { IotPaySdkOptions, IotPayFactory } from '../contract/sdk';
import type { CardFormProps } from './cardFormProps';
import { clientError, type IotPayClientError } from './error';
import { readOutcome, type IotPayOutcome } from './outcome';

/** How far a form has come. */
export type CardSessionState =
  | { status: 'ready'; outcome?: undefined; error?: undefined }
  | { status: 'settled'; outcome: IotPayOutcome; error?: undefined }
  | { status: 'failed'; outcome?: undefined; error: IotPayClientError };

export interface CardSessionConfig extends Pick<CardFormProps, 'mode' | 'formTimeoutMs'> {
  secureId: string;
  title: string;
  /** As JSON, which the SDK gets a fresh reading of. */
  options: string;
}

/** Why an outcome was not passed on: a form has one, and only while it is on the page. */
export type IgnoredBecause = 'repeated' | 'closed';

/**
 * One payment's form: a fresh element inside the container, handed to the SDK, which puts its iframe into it.
 *
 * @param report hears each new state; nothing after `settled` or `failed`
 * @param ignore hears of the outcomes that came too late or once too often
 * @returns removes the form. The SDK has no unmount: what it still calls back with is ignored.
 */
export function openCardSession(
  iotpay: IotPayFactory,
  container: HTMLElement,
  { secureId, mode = 'Pay', formTimeoutMs = 15_000, options, title }: CardSessionConfig,
  report: (state: CardSessionState) => void,
  ignore: (outcome: IotPayOutcome, because: IgnoredBecause) => void,
): () => void {
  const host = document.createElement('div');
  // Unique on the page, also beside a second copy of this module, and a plain CSS identifier.
  host.id = `iotpay-${Math.random().toString(36).slice(2)}`;
  const selector = `#${host.id}`;
  let frame: HTMLIFrameElement | null = null;
  let over: IgnoredBecause | undefined;

  function close(): void {
    over ??= 'closed';
    clearTimeout(timer);
    observer.disconnect();
    host.remove();
  }

  function fail(error: IotPayClientError): void {
    if (over) return;
    close();
    report({ status: 'failed', error });
  }

  function ready(): void {
    clearTimeout(timer);
    if (!over) report({ status: 'ready' });
  }

  const observer = new MutationObserver(() => {
    frame = host.querySelector('iframe');
    if (!frame) return;
    observer.disconnect();
    frame.title ||= title;
    frame.addEventListener('load', ready, { once: true });
  });

  const timer = setTimeout(() => (frame ? ready() : fail(clientError('form_timeout'))), formTimeoutMs);

  container.append(host);
  observer.observe(host, { childList: true, subtree: true });
  if (document.querySelector(selector) !== host) fail(clientError('container_unreachable'));
  try {
    if (!over) {
      iotpay(secureId, mode, JSON.parse(options) as IotPaySdkOptions).mount(selector, (event) => {
        const outcome = readOutcome(event, mode);
        if (over) return ignore(outcome, over);
        over = 'repeated';
        clearTimeout(timer);
        report({ status: 'settled', outcome });
      });
    }
  } catch (cause) {
    fail(clientError('mount_failed', cause));
  }
  return close;
}
