import { fireEvent, screen } from '@testing-library/dom';
import { afterEach, beforeEach, vi } from 'vitest';
import { writeFrameRequest, type FrameRequest } from '../../../../src/sandbox/browser/script/frameMessages';
import type { PageAnswer, PageData, CardPageResult, Waiting } from '../../../../src/sandbox/browser/pageData';
import { cardPageHtml } from '../../../../src/sandbox/pages/cardPageHtml';

export const data: PageData = { key: 'k', mode: 'Pay', channel: 'PF_CC', action: 'Pay $24.34' };
export const shop = 'http://localhost:3000';
export const paid: CardPageResult = {
  state: 'finished',
  tone: 'success',
  title: 'Payment successful',
  message: 'Thank you.',
  events: [{ result: 'SUCCESS' }],
  delayMs: 0,
  redirectUrl: `${shop}/thanks`,
};
export const timeout: CardPageResult = {
  ...paid,
  tone: 'unknown',
  title: 'Confirming your payment',
  events: [{ result: 'FAIL' }],
};
export const waiting: Waiting = { state: 'waiting', intervalMs: 1000, polls: 3, timeout };

/** What the page asks the gateway, and is answered. */
export const gateway = vi.fn<(call: string, body: unknown) => Promise<PageAnswer>>();
const told = vi.fn();
/** What the page lets the gateway know of. */
export const beacon = vi.fn<(path: string, body: string) => boolean>();

/** Opens the page in a frame of the shop, as the hosted script does. */
export async function open(page: PageData = data, options: FrameRequest['options'] = {}, language = 'en') {
  location.hash = writeFrameRequest({ shop, frame: 'f1', options });
  const html = String(await cardPageHtml({ data: page, integration: 'frame', language }));
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  document.documentElement.removeAttribute('style');
  document.documentElement.lang = parsed.documentElement.lang;
  Object.assign(document.documentElement.dataset, parsed.documentElement.dataset);
  document.body.innerHTML = parsed.body.innerHTML;
  vi.resetModules();
  await import('../../../../src/sandbox/browser/card/cardPage');
  document.dispatchEvent(new Event('DOMContentLoaded'));
}

export function type(label: string, value: string) {
  fireEvent.input(screen.getByLabelText(label), { target: { value } });
}

export function typeCard() {
  type('Card number', '4242424242424242');
  type('Name on card', 'Ada Lovelace');
  type('Expiry date', '1234');
  type('Security code', '123');
}

export const button = () => screen.getByRole('button');
export const heading = () => screen.getByRole('heading').textContent;
export const eventsTold = () => told.mock.calls.filter(([message]) => 'events' in (message as object));

/** Gives each test of a file a gateway that says paid, and a clock of its own. */
export function prepareCardPage(): void {
  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal(
      'ResizeObserver',
      class {
        observe() {}
      },
    );
    vi.stubGlobal('fetch', async (path: string, init: { body: string }) =>
      Response.json(await gateway(path, JSON.parse(init.body))),
    );
    Object.defineProperty(navigator, 'sendBeacon', { value: beacon.mockReset(), configurable: true });
    gateway.mockReset().mockResolvedValue(paid);
    vi.spyOn(window.parent, 'postMessage').mockImplementation(told.mockClear());
  });
  afterEach(() => vi.unstubAllGlobals());
}
