import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { portableFiles } from '../../../scripts/portableFiles';
import * as server from '../../../src/server/index';
import { credentials, merchantKey, paidOrder } from './gatewayDouble';
import { post, signed } from '../notifications/notificationDouble';

const folder = fileURLToPath(new URL('../../../src/server/', import.meta.url));

async function bundle(entry: string, ...plugins: Plugin[]): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [folder + entry],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    plugins,
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
}

const load = (code: string) => import(`data:text/javascript,${encodeURIComponent(code)}`) as Promise<unknown>;

describe('the build for runtimes without Node', () => {
  it('builds the server entry without a Node module, with the same signatures', async () => {
    const code = await bundle('index.ts', portableFiles());
    expect(code).not.toMatch(/["']node:|\bBuffer\.|\bprocess\./);

    const portable = (await load(code)) as typeof server;
    expect(Object.keys(portable).sort()).toEqual(Object.keys(server).sort());
    expect(portable.sign(paidOrder, merchantKey)).toBe(server.sign(paidOrder, merchantKey));
    expect(portable.verify(signed(), merchantKey)).toBe(true);
    expect(portable.verify({ ...signed(), amount: 1 }, merchantKey)).toBe(false);

    const iotpay = portable.createIotPay({
      environment: 'production',
      mchId: '10000701',
      loginName: 'a',
      merchantKey,
    });
    const paid: unknown[] = [];
    const { fetch } = portable.createNotificationHandler({
      iotpay,
      expect: false,
      onPayment: (order) => paid.push(order),
    });
    await fetch(new Request('https://shop.example/', post(JSON.stringify(signed()))));
    expect(paid).toEqual([paidOrder]);
  });

  it('lets no request wait for another one, which Cloudflare Workers forbid', async () => {
    const portable = (await load(await bundle('index.ts', portableFiles()))) as typeof server;
    const started: string[] = [];
    const { receive } = portable.createNotificationHandler({
      iotpay: portable.createIotPay({ ...credentials, environment: 'production' }),
      expect: false,
      handlerTimeoutMs: 1000,
      onPayment: ({ payOrderId }) => {
        started.push(payOrderId);
        return started.length === 1 ? new Promise(() => undefined) : undefined;
      },
      onError: () => undefined,
    });
    const hanging = receive({ body: JSON.stringify(signed()) });
    expect((await receive({ body: JSON.stringify(signed()) })).status).toBe(200);
    expect(started.length).toBe(2);
    expect((await hanging).status).toBe(500);
  });

  it('imports Node modules only in digest.ts, types apart', () => {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
      (file) => file.endsWith('.ts') && file !== join('signing', 'digest.ts'),
    );
    expect(files).toContain(join('gateway', 'createIotPay.ts'));
    for (const file of files) {
      const source = readFileSync(folder + file, 'utf8');
      expect(source.match(/^import (?!type ).*["']node:/m), file).toBeNull();
    }
  });
});
