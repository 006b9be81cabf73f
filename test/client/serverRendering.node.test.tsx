import { Writable } from 'node:stream';
import { StrictMode, type ReactNode } from 'react';
import { renderToPipeableStream, renderToString } from 'react-dom/server';
import { expect, it, vi } from 'vitest';
import {
  IotPayCard,
  IotPayCheckout,
  IotPayProvider,
  IotPayReturn,
  loadIotPayScript,
  preloadIotPay,
  useIotPayScript,
  useSecureId,
} from '../../src/index';

const request = vi.fn(async () => 's1');

function Checkout() {
  preloadIotPay();
  const script = useIotPayScript();
  const session = useSecureId(request, { key: 'k' });
  return (
    <main data-script={script.status} data-session={session.status}>
      <IotPayCard secureId={session} />
    </main>
  );
}

const page = (
  <StrictMode>
    <IotPayProvider nonce="n">
      <Checkout />
    </IotPayProvider>
  </StrictMode>
);

const stream = (node: ReactNode) =>
  new Promise<string>((resolve, reject) => {
    let html = '';
    const sink = new Writable({
      write(chunk: Buffer, _, done) {
        html += chunk.toString();
        done();
      },
    }).on('finish', () => resolve(html));
    const { pipe } = renderToPipeableStream(node, { onAllReady: () => pipe(sink), onError: reject });
  });

it.each([
  ['renderToString', async () => renderToString(page)],
  ['renderToPipeableStream', () => stream(page)],
])('shows the loading state and the resource hints by %s, and starts nothing', async (_, render) => {
  const warnings = vi.spyOn(console, 'error');
  expect(typeof document).toBe('undefined');
  const html = await render();
  expect(html).toContain('Loading the card form…');
  expect(html).toContain('data-script="idle" data-session="loading"');
  expect(html).toMatch(/<link[^>]+rel="preconnect"[^>]+ccapi\.iotpaycloud\.com/);
  expect(html).toMatch(/<link[^>]+rel="preload"[^>]+iotpaycc\.js/);
  expect(request).not.toHaveBeenCalled();
  expect(warnings).not.toHaveBeenCalled();
});

it('shows a checkout that is opening and a return page that waits, and asks the shop’s server nothing', () => {
  const warnings = vi.spyOn(console, 'error');
  const fetch = vi.fn();
  vi.stubGlobal('fetch', fetch);
  const html = renderToString(
    <>
      <IotPayCheckout url="/pay" request={{ cartId: 'c' }} methods={['card', 'unionpay']} />
      <IotPayReturn url="/pay" mchOrderNo="A1" />
    </>,
  );
  vi.unstubAllGlobals();
  expect(html).toContain('data-status="opening"');
  expect(html).toMatch(/<input[^>]+checked/);
  expect(html).toContain('data-status="loading"');
  expect(html).not.toMatch(/not been charged|Payment received/);
  expect(fetch).not.toHaveBeenCalled();
  expect(warnings).not.toHaveBeenCalled();
});

it('rejects to load the script where there is no document', async () => {
  await expect(loadIotPayScript()).rejects.toMatchObject({ code: 'no_document' });
});

it('refuses a hint for a URL that is not IOTPay’s', () => {
  expect(() => preloadIotPay({ src: 'https://evil.example/x.js' })).toThrow(
    expect.objectContaining({ code: 'script_url_refused' }),
  );
});
