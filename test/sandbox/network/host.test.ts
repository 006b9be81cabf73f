import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { networkInterfaces } from 'node:os';
import { startSandbox } from 'react-iotpay/sandbox';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startMerchant } from '../merchant';

async function statusOf(url: string, method: string, headers: Record<string, string>) {
  const sent = request(url, { method, headers });
  sent.end();
  const [response] = (await once(sent, 'response')) as [
    { statusCode?: number; headers: Record<string, string>; resume(): void },
  ];
  response.resume();
  return response;
}

describe('a sandbox that is opened to the network', () => {
  it('answers to this computer’s own addresses and to the names it trusts, and to no others', async () => {
    const { sandbox } = await startMerchant({ host: '0.0.0.0', trust: ['sandbox', 'shop.local'] });
    const { url: local } = sandbox;
    const { port, hostname } = new URL(local);
    expect(hostname).toBe('127.0.0.1');
    const [own] = Object.values(networkInterfaces())
      .flat()
      .filter((address) => address?.family === 'IPv4' && !address.internal);
    const statusFor = async (Host: string) => (await statusOf(local, 'GET', { Host })).statusCode;

    expect(await statusFor(`sandbox:${port}`)).toBe(200);
    expect(await statusFor(`SHOP.local:${port}`)).toBe(200);
    expect(await statusFor('evil.example')).toBe(403);
    if (own) {
      expect((await fetch(`http://${own.address}:${port}/`)).status).toBe(200);
      expect(sandbox.publicUrl).toBe(`http://${own.address}:${port}`);
    }
    const reset = (Origin: string) => statusOf(`${local}/_sandbox/reset`, 'POST', { Origin });
    expect((await reset('http://shop.local:3000')).statusCode).toBe(200);
    expect((await reset('https://evil.example')).statusCode).toBe(403);
  });

  it('sends notifications to a host that it trusts, and to no other', async () => {
    const shop = createServer((_, response) => response.end('success')).listen(0, '127.0.0.1');
    await once(shop, 'listening');
    onTestFinished(() => void shop.close());
    const { port } = shop.address() as AddressInfo;
    const { sandbox, pay } = await startMerchant({ trust: ['shop.localhost'] });

    const trusted = await pay({ notifyUrl: `http://shop.localhost:${port}/notify` });
    const other = await pay({ notifyUrl: `http://other.localhost:${port}/notify` });

    expect(sandbox.order(other.mchOrderNo).notifications).toMatchObject([{ state: 'undeliverable' }]);
    expect(sandbox.events({ type: 'notification', q: other.mchOrderNo })).toMatchObject([
      { wrong: [expect.stringContaining('--trust')] },
    ]);
    expect(sandbox.order(trusted.mchOrderNo).notifications).not.toMatchObject([{ state: 'undeliverable' }]);
  });

  it('gives customers the address that browsers find it at', async () => {
    const { call, purchaseFields } = await startMerchant({ publicUrl: 'http://localhost:4242' });

    const { retData } = await call('cc_purchase', purchaseFields());

    expect(retData.redirectUrl).toMatch(/^http:\/\/localhost:4242\/cc\/purchase\?key=/);
  });

  it('lets Chromium load the script from a page that it trusts, and nothing else', async () => {
    const { sandbox } = await startMerchant({ trust: ['shop.local'] });
    const ask = async (path: string, Origin: string) =>
      (
        await statusOf(sandbox.url + path, 'OPTIONS', {
          Origin,
          'Access-Control-Request-Private-Network': 'true',
        })
      ).headers['access-control-allow-private-network'];

    expect(await ask('/cc/iotpaycc.js', 'http://shop.local:3000')).toBe('true');
    expect(await ask('/cc/iotpaycc.js', 'https://evil.example')).toBeUndefined();
    expect(await ask('/v3/cc_query', 'http://shop.local:3000')).toBeUndefined();
  });

  it.each([
    [{ host: 'my-computer' }],
    [{ trust: ['http://shop:3000'] }],
    [{ trust: ['*'] }],
    [{ publicUrl: 'localhost:4242' }],
  ])('refuses %j', async (options) => {
    await expect(startSandbox(options)).rejects.toMatchObject({ code: 'invalid_config' });
  });
});
