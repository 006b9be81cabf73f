import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ProbePageData } from '../browser/pageData';
import pageScript from '../browser/probePage.ts?browser';
import { pageHtml } from './pageHtml';

/** The page that tries the hosted script, on this computer only. */
export interface ServedPage {
  /** It can't be guessed, and is for this one probe. */
  readonly url: string;
  /** The page's report, as it was sent. */
  readonly report: Promise<string>;
  close(): void;
}

const longestReport = 256 * 1024;

/** Serves the page on a loopback port under an address that can't be guessed, because its data opens payments. */
export async function servePage(data: ProbePageData): Promise<ServedPage> {
  const path = `/${randomBytes(24).toString('hex')}/`;
  let onReport: (text: string) => void;
  const report = new Promise<string>((resolve) => {
    onReport = resolve;
  });
  const server = createServer((request, response) => {
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('X-Frame-Options', 'DENY');
    response.setHeader('Cache-Control', 'no-store');
    const { method, url = '' } = request;
    const file = isForThisComputer(request) && url.startsWith(path) ? url.slice(path.length) : undefined;
    if (method === 'GET' && file === '') send(response, 'text/html', pageHtml);
    else if (method === 'GET' && file === 'page.js') send(response, 'text/javascript', pageScript);
    else if (method === 'GET' && file === 'page.json')
      send(response, 'application/json', JSON.stringify(data));
    else if (method === 'POST' && file === 'report') {
      void readText(request).then((text) => {
        send(response, 'text/plain', 'thank you');
        onReport(text);
      });
    } else response.writeHead(404).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`,
    report,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** A page of another site's could point its own host name here. */
function isForThisComputer({ headers }: IncomingMessage): boolean {
  return /^127\.0\.0\.1:\d+$/.test(headers.host ?? '');
}

function send(response: ServerResponse, type: string, text: string): void {
  response.setHeader('Content-Type', `${type}; charset=utf-8`).end(text);
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > longestReport) return '';
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
