import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { SecureIdAnswer } from '../../src/index';
import { browserBundle, type ReactVersion } from './bundle';
import { settingsId, type ShopSettings } from './shop';

/** What the server lets its own script in with, whether or not the provider knows it. */
export const pageNonce = 'n0nce';

export interface ServedPage {
  version: ReactVersion;
  settings: ShopSettings;
  headers?: Record<string, string>;
  /** What the server rendered; nothing: the browser renders it all. */
  rendered?: string;
  /** Goes into the head, before the bundle's tag. */
  head?: string;
  /** Comes after it. */
  foot?: string;
}

/** Stands for IOTPay's script where a test decides itself what it calls back with: `callBack(event)`. */
const scriptOfOurOwn = `
  const source = document.currentScript.src;
  window.Iotpay = () => ({
    mount(selector, callback) {
      window.callBack = callback;
      const frame = document.createElement('iframe');
      frame.src = new URL('/form', source);
      document.querySelector(selector).append(frame);
    },
  });
`;

export interface PageServer {
  /** The shop's origin, another site than the gateway's. */
  readonly url: string;
  /** Our own script's URL, on that other site. */
  readonly ownScript: string;
  /** What was asked for, e.g. `POST /secure-id`, since the last `forget`. */
  readonly requests: string[];
  /** What `/checkout` shows from now on. */
  show(page: ServedPage): void;
  /** What the shop's own server answers when the checkout asks it for a secureId. */
  answerWith(answer: () => Promise<SecureIdAnswer>): void;
  close(): Promise<void>;
}

function htmlOf({ version, settings, rendered = '', head = '', foot = '' }: ServedPage): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Checkout</title>${head}
    <script type="application/json" id="${settingsId}">${JSON.stringify(settings)}</script></head>
    <body><div id="shop">${rendered}</div><script nonce="${pageNonce}" src="/shop-${version}.js"></script>${foot}</body></html>`;
}

/** A shop's web server, as far as its checkout needs one. Every other address is a page that says its name. */
export async function startPageServer(): Promise<PageServer> {
  const requests: string[] = [];
  let shown: ServedPage | undefined;
  let answerSecureId = async (): Promise<SecureIdAnswer> => ({ secureId: `secure-id-${requests.length}` });

  async function answer(
    path: string,
  ): Promise<[type: string, body: string, headers?: Record<string, string> | undefined]> {
    const bundle = /^\/shop-(18|19)\.js$/.exec(path);
    if (bundle)
      return ['text/javascript', readFileSync(browserBundle(Number(bundle[1]) as ReactVersion), 'utf8')];
    if (path === '/cc/iotpaycc.js') return ['text/javascript', scriptOfOurOwn];
    if (path === '/secure-id') return ['application/json', JSON.stringify(await answerSecureId())];
    if (path === '/checkout' && shown) return ['text/html', htmlOf(shown), shown.headers];
    return ['text/html', `<!doctype html><html lang="en"><title>${path}</title><h1>${path}</h1></html>`];
  }

  const server = createServer((request, response) => {
    const path = request.url?.split('?')[0] ?? '/';
    requests.push(`${request.method ?? ''} ${path}`);
    void answer(path).then(([type, body, headers]) => {
      response.writeHead(200, { 'content-type': `${type}; charset=utf-8`, ...headers }).end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  return {
    url: `http://localhost:${port}`,
    ownScript: `http://127.0.0.1:${port}/cc/iotpaycc.js`,
    requests,
    show(page) {
      requests.length = 0;
      shown = page;
    },
    answerWith(answerNow) {
      answerSecureId = answerNow;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
