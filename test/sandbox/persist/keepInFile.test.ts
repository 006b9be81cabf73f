import { fork } from 'node:child_process';
import { once } from 'node:events';
import { appendFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { startSandbox, type SandboxOptions } from 'react-iotpay/sandbox';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { browserSourceForEsbuild } from '../../../scripts/browserSource';
import { resultOf, startMerchant } from '../merchant';

let file: string;

beforeEach(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'iotpay-sandbox-'));
  file = join(folder, 'ledger.ndjson');
  return () => rm(folder, { recursive: true });
});

async function reopen(options: SandboxOptions = {}) {
  const sandbox = await startSandbox({ persist: file, clocks: { bankMs: 0 }, ...options });
  onTestFinished(() => sandbox.close());
  return sandbox;
}

describe('a sandbox with a file', () => {
  it('goes on where the last one ended: orders, timelines, saved cards, open forms, and notifications that nobody took', async () => {
    const merchant = await startMerchant({ persist: file });
    const { mchOrderNo } = await merchant.pay();
    const open = await merchant.purchase();
    await merchant.saveCard('ada', '4242424242424242');
    merchant.reply.body = 'not now';
    const refused = await merchant.pay();
    await vi.waitFor(() =>
      expect(merchant.sandbox.order(refused.mchOrderNo).notifications[0]?.attempts).toHaveLength(1),
    );
    const before = merchant.sandbox.order(mchOrderNo);
    await merchant.sandbox.close();
    merchant.reply.body = 'success';

    const sandbox = await reopen();

    expect(sandbox.order(mchOrderNo)).toEqual(before);
    const body = JSON.stringify({
      key: open.secureId,
      card: { number: '4242424242424242', holder: 'Ada', expiry: '12/34', code: '123' },
    });
    const answer: unknown = await (await fetch(`${sandbox.url}/cc/submit`, { method: 'POST', body })).json();
    expect(resultOf(answer as never).tone).toBe('success');
    await sandbox.advance(60_000);
    await vi.waitFor(() =>
      expect(sandbox.order(refused.mchOrderNo).notifications).toMatchObject([{ state: 'delivered' }]),
    );
    expect(sandbox.order(mchOrderNo).order.state).toBe('settled');
    expect(sandbox.events({ type: 'control' }).map((event) => event.id)).toEqual([
      ...new Set(sandbox.events({ type: 'control' }).map((event) => event.id)),
    ]);
  });

  it(
    'loses nothing that it has answered, though it is killed in the middle of its work',
    { timeout: 60_000 },
    async () => {
      const program = join(file, '..', 'program.mjs');
      await build({
        stdin: {
          contents: `import { startSandbox } from './src/sandbox/index.ts';
          const sandbox = await startSandbox({ persist: process.argv[2], clocks: { bankMs: 0 } });
          process.send({ url: sandbox.url, credentials: sandbox.credentials });`,
          resolveDir: process.cwd(),
        },
        outfile: program,
        bundle: true,
        format: 'esm',
        platform: 'node',
        plugins: [browserSourceForEsbuild()],
        logLevel: 'silent',
      });
      const victim = fork(program, [file], { execArgv: [] });
      const [{ url, credentials }] = (await once(victim, 'message')) as [
        {
          url: string;
          credentials: Parameters<typeof startSandbox>[0] & { mchId: string; merchantKey: string };
        },
      ];
      const { sign } = await import('../../../src/server/signing/sign');
      const answered: string[] = [];
      const work = (async () => {
        for (let number = 1; ; number += 1) {
          const message = {
            mchId: credentials.mchId,
            loginName: 'sandbox',
            mchOrderNo: `KILL-${number}`,
            amount: 100,
            currency: 'CAD',
            channel: 'PF_CC',
            notifyUrl: 'http://127.0.0.1:1/notify',
            returnUrl: 'http://127.0.0.1:1/',
          };
          const response = await fetch(`${url}/v3/cc_purchase`, {
            method: 'POST',
            body: JSON.stringify({ ...message, sign: sign(message, credentials.merchantKey) }),
          });
          const { retCode } = (await response.json()) as { retCode: string };
          if (retCode === 'SUCCESS') answered.push(message.mchOrderNo);
          if (answered.length === 50) victim.kill('SIGKILL');
        }
      })().catch(() => undefined);
      await Promise.all([work, once(victim, 'exit')]);

      const sandbox = await reopen();

      expect(answered.length).toBeGreaterThanOrEqual(50);
      const kept = new Set(sandbox.orders().orders.map(({ mchOrderNo }) => mchOrderNo));
      expect(answered.filter((number) => !kept.has(number))).toEqual([]);
    },
  );

  it('reads a file whose last line was not finished, and refuses one that is damaged before it', async () => {
    const merchant = await startMerchant({ persist: file });
    await merchant.purchase();
    await merchant.sandbox.close();
    await appendFile(file, '{"what":"order","order":{"ki');

    const sandbox = await reopen();
    expect(sandbox.orders().orders).toHaveLength(1);
    await sandbox.close();

    await appendFile(file, '{"what":"order","order":{"ki\n{"what":"time","aheadMs":0}\n');
    await expect(reopen()).rejects.toMatchObject({
      code: 'persist_failed',
      message: expect.stringContaining('damaged') as unknown,
    });
  });

  it('two sandboxes can’t share a file, and the lock of a killed one is ignored', async () => {
    const first = await reopen();
    await expect(reopen()).rejects.toThrow(/another sandbox/);
    await first.close();
    await writeFile(`${file}.lock`, '999999999');

    await expect(reopen()).resolves.toBeDefined();
  });

  it.each([
    ['my notes', /no file of the sandbox/],
    ['{"iotpaySandbox":2}\n', /another version/],
  ])('leaves a file alone that is not its own: %j', async (text, message) => {
    await writeFile(file, text);

    await expect(reopen()).rejects.toThrow(message);

    expect(await readFile(file, 'utf8')).toBe(text);
    expect(await readdir(join(file, '..'))).toEqual(['ledger.ndjson']);
  });

  it('forgets in the file, too, when it is reset, and remembers what is undone', async () => {
    const merchant = await startMerchant({ persist: file });
    const { mchOrderNo } = await merchant.purchase();
    merchant.sandbox.reset();
    expect(await readFile(file, 'utf8')).not.toContain(mchOrderNo);

    merchant.sandbox.undo();
    expect(await readFile(file, 'utf8')).toContain(mchOrderNo);
    await merchant.sandbox.close();

    expect((await reopen()).orders().orders).toHaveLength(1);
  });
});
