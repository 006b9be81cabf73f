import { request } from 'node:http';
import { networkInterfaces } from 'node:os';
import { createConnection } from 'node:net';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { startMerchant } from '../merchant';

/** `fetch` does not let a caller choose these headers, a browser under attack does. */
async function statusOf(
  url: string,
  method: string,
  headers: Record<string, string>,
): Promise<number | undefined> {
  const sent = request(url, { method, headers });
  sent.end();
  const [response] = (await once(sent, 'response')) as [{ statusCode?: number; resume(): void }];
  response.resume();
  return response.statusCode;
}

describe('the sandbox', () => {
  it.each(['127.0.0.1:4242', 'localhost:4242', 'localhost', '[::1]:4242'])(
    'answers to the host %s',
    async (Host) => {
      const { sandbox } = await startMerchant();

      expect(await statusOf(sandbox.url, 'GET', { Host })).toBe(200);
    },
  );

  it.each(['evil.example', 'localhost.evil.example', '127.0.0.1.evil.example', '192.168.1.2'])(
    'does not answer to the host %s, whose name may have been pointed at this computer',
    async (Host) => {
      const { sandbox } = await startMerchant();

      for (const path of ['/', '/cc/iotpaycc.js', '/_sandbox/orders']) {
        expect(await statusOf(sandbox.url + path, 'GET', { Host })).toBe(403);
      }
    },
  );

  it('takes nothing from pages of other origins', async () => {
    const { sandbox } = await startMerchant();
    const reset = (Origin: string) => statusOf(`${sandbox.url}/_sandbox/reset`, 'POST', { Origin });

    expect(await reset('https://evil.example')).toBe(403);
    expect(await reset('null')).toBe(403);
    expect(await reset('http://localhost:3000')).toBe(200);
  });

  it('the sandbox can’t be reached at another address of this computer', async () => {
    const { sandbox } = await startMerchant();
    const others = Object.values(networkInterfaces())
      .flat()
      .filter((address) => address?.family === 'IPv4' && !address.internal);

    for (const other of others) {
      const socket = createConnection({
        host: other?.address ?? '',
        port: Number(new URL(sandbox.url).port),
      });
      const [error] = (await once(socket, 'error')) as [NodeJS.ErrnoException];
      expect(error.code).toBe('ECONNREFUSED');
    }
    expect(new URL(sandbox.url).hostname).toBe('127.0.0.1');
  });

  it('reads no endless body', async () => {
    const { sandbox } = await startMerchant();
    const body = JSON.stringify({ mchId: 'x'.repeat(300 * 1024) });

    const answer = await fetch(`${sandbox.url}/v3/cc_query`, { method: 'POST', body }).then(
      async (response) => response.text(),
      () => 'cut',
    );

    expect(answer).toMatch(/cut|not JSON/);
  });
});
