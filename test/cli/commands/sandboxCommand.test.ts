import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { runCli } from '../../../src/cli/runCli';
import { runCommand } from '../runCommand';

/** Runs the sandbox until the test ends, and gives what the terminal shows meanwhile. */
async function runSandbox(...args: string[]) {
  const stop = new AbortController();
  const out: string[] = [];
  const error: string[] = [];
  const running = runCli(['sandbox', '--port', '0', ...args], {
    out: (line) => out.push(line),
    error: (line) => error.push(line),
    stop: stop.signal,
    env: {},
    input: Readable.from([]),
    openPrompt: () => undefined,
  });
  onTestFinished(async () => {
    stop.abort();
    await running;
  });
  await vi.waitFor(() => expect(out.length).toBeGreaterThan(0), 4000);
  const url = /baseUrl\s+(\S+)/.exec(out[0] ?? '')?.[1] ?? '';
  const post = (path: string, body: object) =>
    fetch(`${url}/_sandbox/${path}`, { method: 'POST', body: JSON.stringify(body) });
  return { out, error, url, post, lines: () => out.slice(1).join('\n') };
}

describe('iotpay sandbox', () => {
  it('says where the console is, and then one line per call, outcome and notification with the shop’s answer', async () => {
    const { out, post, lines } = await runSandbox();
    expect(out[0]).toMatch(/Its console: open http:\/\/127\.0\.0\.1:\d+\/ in a browser/);

    await post('play', { scenario: 'Refund race' });

    await vi.waitFor(() => expect(lines()).toContain('Played "Refund race"'));
    expect(lines()).toMatch(/^\d\d:\d\d:\d\d {2}RACE-1 {2}cc_purchase {2}SUCCESS$/m);
    expect(lines()).toMatch(/RACE-1 {2}card {2}Paid {2}success/);
    expect(lines()).toMatch(/RACE-1 {2}order {2}paid/);
    expect(lines()).toMatch(/RACE-1 {2}notification {2}attempt 1 {2}acknowledged {2}200 "success"/);
    expect(lines()).toMatch(/cc_refund {2}cut off/);
  });

  it('says nothing more with --quiet', async () => {
    const { post, out } = await runSandbox('--quiet');

    await post('play', { scenario: 'Refund race' });

    expect(out).toHaveLength(1);
  });

  it('plays a scenario first: a file, or one that comes along', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'iotpay-scenario-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const file = join(folder, 'mine.json');
    await writeFile(
      file,
      JSON.stringify({
        version: 1,
        name: 'Mine',
        steps: [{ do: 'purchase', mchOrderNo: 'MINE-1', amount: 1 }],
      }),
    );

    const [own, packaged] = [
      await runSandbox('--scenario', file),
      await runSandbox('--scenario', 'refund-race'),
    ];

    await vi.waitFor(() => expect(own.lines()).toContain('Played "Mine"'), 4000);
    await vi.waitFor(() => expect(packaged.lines()).toContain('Played "Refund race"'), 4000);
    expect(await (await fetch(`${own.url}/_sandbox/orders`)).json()).toMatchObject({
      orders: [{ mchOrderNo: 'MINE-1' }],
    });
  });

  it('iotpay sandbox is like the gateway of a probe with --like', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'iotpay-like-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const file = join(folder, 'probe.json');
    const unknownCall = { httpStatus: 418, retCode: 'FAIL', retMsg: 'what?' };
    const about = {
      takenAt: '2026-01-01',
      askedBy: 'a test',
      environment: 'other',
      charged: false,
      unknown: {},
    };
    await writeFile(
      file,
      JSON.stringify({ format: 'iotpay-probe', version: 1, ...about, answers: { unknownCall } }),
    );

    const { url } = await runSandbox('--like', file, '--quiet');
    const answer = await fetch(`${url}/v3/cc_nothing`, { method: 'POST', body: '{}' });

    expect([answer.status, await answer.json()]).toEqual([418, { retCode: 'FAIL', retMsg: 'what?' }]);
  });

  it.each([
    [['--scenario', 'nothing-here.json'], /can't be read/],
    [['--scenario', 'unheard-of'], /no scenario of this name/],
    [['--host', 'my-computer'], /host is an address/],
    [['--notify-url', 'shop'], /--notify-url takes a URL/],
  ])('ends with 2 and the reason when it is called with %j', async (args, reason) => {
    const { code, error } = await runCommand(['sandbox', '--port', '0', ...args]);

    expect(code).toBe(2);
    expect(error).toMatch(reason);
  });

  it('warns before it opens itself to the network, and names whom it answers', async () => {
    const { error } = await runSandbox('--host', '0.0.0.0', '--trust', 'shop', '--quiet');

    expect(error[0]).toMatch(/^WARNING: the sandbox listens on 0\.0\.0\.0/);
    expect(error[0]).toMatch(/pages of: localhost, 127\.0\.0\.1, .*shop/);
    expect(error[0]).toContain('allowLocalNetworkSandbox()');
  });
});
