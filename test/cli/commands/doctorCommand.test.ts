import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { describe, expect, it, onTestFinished } from 'vitest';
import { runCli } from '../../../src/cli/runCli';
import { access, startDifferentGateway } from '../../doctor/probe/differentGateway';
import { setUp } from '../../doctor/setUp';
import { runCommand } from '../runCommand';

async function temporaryFile(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'iotpay-probe-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return join(folder, 'probe.json');
}

/** What the sandbox that is like a probe says to a message without a sign. */
async function askSandboxLike(file: string): Promise<unknown> {
  const stop = new AbortController();
  let answer: Promise<unknown> | undefined;
  const ended = runCli(['sandbox', '--port', '0', '--like', file], {
    out(text) {
      const [url = ''] = /http:\/\/127\.0\.0\.1:\d+/.exec(text) ?? [];
      const body = JSON.stringify({ mchId: /mchId +(\S+)/.exec(text)?.[1] });
      answer ??= fetch(`${url}/v3/cc_query`, { method: 'POST', body })
        .then((response) => response.json())
        .finally(() => stop.abort());
    },
    error: () => undefined,
    stop: stop.signal,
    env: {},
    input: new PassThrough(),
    openPrompt: () => undefined,
  });
  expect(await ended).toBe(0);
  return answer;
}

describe('iotpay doctor', () => {
  it('says line by line what is right, and ends with 0', async () => {
    const { settings } = await setUp();
    const { code, out } = await runCommand(['doctor', '--environment', settings.baseUrl]);

    expect(code).toBe(0);
    expect(out).toMatch(/^passed {3}signature +Accepted/m);
    expect(out).toMatch(/ 0 failed/);
  });

  it('says what is wrong and what to do, and ends with 1', async () => {
    const { settings } = await setUp();
    const key = 'kX9vR2mQ7wLp4TzB8nYc3HsD6fGj5AeU';
    const env = { IOTPAY_KEY: `${key} ` };

    const { code, out } = await runCommand(['doctor', '--environment', settings.baseUrl], { env });

    expect(code).toBe(1);
    expect(out).toMatch(
      /^failed {3}merchantKey +The key begins or ends with white space\.\n +→ Copy it again/m,
    );
    expect(out).toMatch(/^failed {3}signature/m);
    expect(out).not.toContain(key);
  });

  it('prints JSON for CI', async () => {
    const { settings } = await setUp();
    const args = ['--environment', settings.baseUrl, '--mch-id', '4711', '--json'];

    const { code, out } = await runCommand(['doctor', ...args], {
      env: { IOTPAY_KEY: settings.merchantKey },
    });

    expect(code).toBe(1);
    const { findings } = JSON.parse(out) as { findings: object[] };
    expect(findings).toContainEqual(
      expect.objectContaining({ check: 'mchId', status: 'failed', code: 'wrong_mch_id' }),
    );
    expect(out).not.toContain(settings.merchantKey);
  });

  it.each([
    ['nobody is there to ask', undefined],
    ['somebody says no', 'no\n'],
    ['somebody says yes and types another mchId', 'yes\n4712\n'],
  ])('asks nothing of production where %s', async (_, typed) => {
    const surroundings = { env: { IOTPAY_KEY: 'a-real-key' }, ...(typed !== undefined && { typed }) };
    const args = ['doctor', '--environment', 'production', '--mch-id', '4711'];

    const { code, out, error, terminal } = await runCommand(args, surroundings);

    expect(code).toBe(2);
    expect(out).toBe('');
    expect(error).toMatch(/asks twice|Nothing was asked/);
    if (typed !== undefined) expect(terminal.shown()).toContain('PRODUCTION');
  });

  it.each([
    [['--environment', 'production', '--mch-id', '1', '--probe', '--yes', '--yes'], /one cent/],
    [['--charge'], /belong to --probe/],
    [['--probe', '--charge', '--no-browser'], /pay in a browser/],
    [['--timeout', '0'], /number of seconds/],
  ])('refuses %j', async (args, message) => {
    const { code, error } = await runCommand(['doctor', ...args], { env: { IOTPAY_KEY: 'a-real-key' } });

    expect(code).toBe(2);
    expect(error).toMatch(message);
  });
});

describe('iotpay doctor --probe', () => {
  it('writes what it learnt, lists where the sandbox differs, and the sandbox can be like it', async () => {
    const file = await temporaryFile();
    const { mchId, loginName, merchantKey } = access;
    const args = ['--mch-id', mchId, '--login-name', loginName, '--probe', '--no-browser', '--output', file];
    const { code, out } = await runCommand(
      ['doctor', '--environment', await startDifferentGateway(), ...args],
      { env: { IOTPAY_KEY: merchantKey } },
    );

    expect(code).toBe(0);
    expect(out).toContain('wrongSignature: What is said to a wrong signature?');
    expect(out).toContain('验签失败');
    const written = await readFile(file, 'utf8');
    for (const secret of [merchantKey, mchId, loginName]) expect(written).not.toContain(secret);

    expect(await askSandboxLike(file)).toEqual({ retCode: 'FAIL', retMsg: '缺少签名' });
  });

  it('ends with 2 where the gateway does not answer', async () => {
    const file = await temporaryFile();
    const args = ['--environment', 'http://127.0.0.1:1', '--probe', '--no-browser', '--output', file];

    expect(await runCommand(['doctor', ...args])).toMatchObject({
      code: 2,
      error: expect.stringContaining('does not answer') as unknown,
    });
  });
});

describe('iotpay sandbox --like', () => {
  it.each([
    ['{"format":"iotpay-probe"', /no JSON/],
    ['{"format":"iotpay-probe"}', /not a probe of this version.*look at version/],
    ['{"format":"something"}', /not a probe/],
  ])('refuses a file with %s', async (text, message) => {
    const file = await temporaryFile();
    await writeFile(file, text);

    const { code, error } = await runCommand(['sandbox', '--like', file]);

    expect(code).toBe(2);
    expect(error).toMatch(message);
  });
});
