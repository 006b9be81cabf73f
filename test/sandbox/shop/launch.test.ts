import { readFile } from 'node:fs/promises';
import { startSandbox } from 'react-iotpay/sandbox';
import ts from 'typescript';
import { describe, expect, it, onTestFinished, vi } from 'vitest';

async function openSandbox(options: Parameters<typeof startSandbox>[0] = {}) {
  const sandbox = await startSandbox({ clocks: { bankMs: 0 }, ...options });
  onTestFinished(() => sandbox.close());
  return sandbox;
}

describe('a payment that is launched from the console', () => {
  it('a payment from the console begins with a signed call, shows the chosen card, and its shop acknowledges it', async () => {
    const sandbox = await openSandbox();
    const { mchOrderNo, payUrl } = await sandbox.launch({ amount: 500, card: '5555 5555 5555 4444' });

    const page = await (await fetch(payUrl)).text();
    expect(page).toContain('"chosenCard":"5555 5555 5555 4444"');
    const card = { number: '5555555555554444', holder: 'Ada', expiry: '12/34', code: '123' };
    const key = new URL(payUrl).searchParams.get('key');
    const body = JSON.stringify({ key, card });
    const paid = (await (await fetch(`${sandbox.url}/cc/submit`, { method: 'POST', body })).json()) as object;

    expect(paid).toMatchObject({
      tone: 'success',
      redirectUrl: expect.stringContaining(`${sandbox.url}/orders/${mchOrderNo}?`) as unknown,
    });
    await vi.waitFor(() =>
      expect(sandbox.order(mchOrderNo).notifications).toMatchObject([{ state: 'delivered' }]),
    );
    expect(sandbox.order(mchOrderNo).events.map(({ type }) => type)).toEqual([
      'order',
      'call',
      'form',
      'order',
      'order',
      'card',
      'notification',
    ]);
  });

  it('takes test cards only', async () => {
    const sandbox = await openSandbox();
    await expect(sandbox.launch({ card: '4111 1111 1111 1111' })).rejects.toThrow(/test card/);
  });
});

describe('the card page', () => {
  it('the card page has a test-card picker with the cards of its channel, unless the sandbox is plain', async () => {
    const [usual, plain] = [await openSandbox(), await openSandbox({ plain: true })];
    const pageOf = async (sandbox: typeof usual, card: string) =>
      (await fetch((await sandbox.launch({ card })).payUrl)).text();

    const page = await pageOf(usual, '6200 0000 0000 0005');
    expect(page).toContain('id="test-card"');
    expect(page).toContain('Declined in the app');
    expect(page).not.toContain('Insufficient funds');
    expect(await pageOf(plain, '6200 0000 0000 0005')).not.toContain('id="test-card"');
  });
});

describe('the snippets', () => {
  it('the snippets hold the settings of this sandbox, and code that TypeScript can read', async () => {
    const sandbox = await openSandbox();
    const { env, express, nextjs } = sandbox.snippets();

    const settings = new Map(
      env
        .trim()
        .split('\n')
        .map((line) => line.split('=', 2) as [string, string]),
    );
    expect(settings.get('IOTPAY_URL')).toBe(sandbox.url);
    expect(settings.get('IOTPAY_KEY')).toBe(sandbox.credentials.merchantKey);
    for (const code of [express, nextjs]) {
      const { diagnostics } = ts.transpileModule(code, { reportDiagnostics: true });
      expect(diagnostics).toEqual([]);
      expect(code).not.toContain(sandbox.credentials.merchantKey);
    }
    const example = await readFile('examples/minimal/payments.ts', 'utf8');
    const named = (text: string) => new Set(text.match(/IOTPAY_[A-Z_]+/g));
    for (const name of named(express)) {
      expect([...settings.keys()]).toContain(name);
      expect(named(example), 'the example shop, which reads the same settings').toContain(name);
    }
  });
});
