import { once } from 'node:events';
import { Agent, request, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { sign } from '../../src/server/signing/sign';

/** What the bench asks of its driver. */
export interface Drive {
  readonly url: string;
  readonly credentials: { readonly mchId: string; readonly loginName: string; readonly merchantKey: string };
  readonly perSecond: number;
  readonly seconds: number;
}

interface Spread {
  readonly median: number;
  readonly p99: number;
}

/** What came of it. */
export interface Driven {
  readonly sent: number;
  readonly failed: number;
  /** Calls that the console was told of. */
  readonly linesSeen: number;
  readonly gaps: number;
  readonly inOrder: boolean;
  readonly latencyMs: Spread;
  /** From before the call was sent until its line was read. */
  readonly lineDelayMs: Spread;
}

process.on('message', (drive: Drive) => {
  void run(drive).then((driven) => process.send?.(driven));
});

/** As many connections as a busy shop's server keeps open. */
const agent = new Agent({ keepAlive: true, maxSockets: 32 });

async function post(url: string, body: string): Promise<string> {
  const sent = request(url, { method: 'POST', agent, headers: { 'Content-Type': 'application/json' } });
  sent.end(body);
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  return text(answer);
}

function spreadOf(times: readonly number[]): Spread {
  const sorted = times.toSorted((one, other) => one - other);
  const at = (share: number) => Math.round((sorted[Math.floor(sorted.length * share)] ?? 0) * 10) / 10;
  return { median: at(0.5), p99: at(0.99) };
}

async function run({ url, credentials, perSecond, seconds }: Drive): Promise<Driven> {
  const { mchId, merchantKey } = credentials;
  const wanted = perSecond * seconds;
  const begun = new Map<string, number>();
  const latencies: number[] = [];
  let failed = 0;
  const console = readLines(url, wanted, begun);
  await console.isOpen;

  async function call(number: number): Promise<void> {
    const mchOrderNo = `BENCH-${number}`;
    const message = { mchId, loginName: credentials.loginName, mchOrderNo, amount: 1999, currency: 'CAD' };
    const purchase = { ...message, channel: 'PF_CC', notifyUrl: `${url}/n`, returnUrl: `${url}/r` };
    const started = performance.now();
    begun.set(mchOrderNo, started);
    try {
      const body = JSON.stringify({ ...purchase, sign: sign(purchase, merchantKey) });
      const { retCode } = JSON.parse(await post(`${url}/v3/cc_purchase`, body)) as { retCode?: string };
      if (retCode !== 'SUCCESS') failed += 1;
    } catch {
      failed += 1;
    }
    latencies.push(performance.now() - started);
  }

  // By the clock and not by the answers: a slow answer must not slow the shop down.
  const calls: Promise<void>[] = [];
  const start = performance.now();
  await new Promise<void>((resolve) => {
    const ticking = setInterval(() => {
      const due = Math.min(wanted, Math.floor(((performance.now() - start) / 1000) * perSecond));
      while (calls.length < due) calls.push(call(calls.length + 1));
      if (calls.length < wanted) return;
      clearInterval(ticking);
      resolve();
    }, 5);
  });
  await Promise.all(calls);
  const { seen, gaps, inOrder, delays } = await console.end(5000);
  return {
    sent: wanted,
    failed,
    linesSeen: seen,
    gaps,
    inOrder,
    latencyMs: spreadOf(latencies),
    lineDelayMs: spreadOf(delays),
  };
}

/** The open console: reads the stream and counts. */
function readLines(url: string, wanted: number, begun: ReadonlyMap<string, number>) {
  const stop = new AbortController();
  const numbers = new Set<string>();
  const delays: number[] = [];
  let gaps = 0;
  let lastId = 0;
  let inOrder = true;
  let opened: () => void = () => undefined;
  const isOpen = new Promise<void>((resolve) => (opened = resolve));

  function take(block: string): void {
    if (block.startsWith('event: gap')) gaps += 1;
    const json = /^id: .*\ndata: (.*)$/s.exec(block)?.[1];
    if (json === undefined) return;
    const {
      id,
      type,
      mchOrderNo = '',
    } = JSON.parse(json) as { id: number; type: string; mchOrderNo?: string };
    inOrder &&= id === lastId + 1 || lastId === 0;
    lastId = id;
    if (type !== 'call') return;
    numbers.add(mchOrderNo);
    delays.push(performance.now() - (begun.get(mchOrderNo) ?? 0));
  }

  const reading = (async () => {
    const response = await fetch(`${url}/_sandbox/events`, { signal: stop.signal });
    opened();
    let rest = '';
    const decoder = new TextDecoder();
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
      rest += decoder.decode(chunk, { stream: true });
      const blocks = rest.split('\n\n');
      rest = blocks.pop() ?? '';
      blocks.forEach(take);
      if (numbers.size >= wanted) return;
    }
  })().catch(() => undefined);

  return {
    isOpen,
    async end(patienceMs: number) {
      const timer = setTimeout(() => stop.abort(), patienceMs);
      await reading;
      clearTimeout(timer);
      stop.abort();
      return { seen: numbers.size, gaps, inOrder, delays };
    },
  };
}
