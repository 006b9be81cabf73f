import { createGate } from '../gate';
import type { FakeShopRequest } from './fakeShop';
import type { FakeAnswer } from './fakeServer';

/** The way between the page and its shop. */
export interface FakeNetwork {
  readonly requests: readonly FakeShopRequest[];
  /** Whether an answer is on its way. What waits at a server that hangs doesn't count. */
  isBusy(): boolean;
  loseNextAnswer(): void;
  refuseNext(answer: FakeAnswer): void;
  hold(): () => void;
  /** No requests, nothing is lost, refused or held; what waits is never answered. */
  forget(): void;
  /** Gives the page its own `fetch` back. */
  restore(): void;
}

type Fetch = typeof globalThis.fetch;

const page = globalThis as { fetch?: Fetch | undefined };

/** jsdom has no `Response`; what a page reads of an answer is enough there. */
function responseOf({ status, body }: FakeAnswer): Response {
  const text = JSON.stringify(body);
  const headers = { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' };
  if (typeof Response === 'function') return new Response(text, { status, headers });
  return {
    ok: status < 300,
    status,
    json: () => Promise.resolve(JSON.parse(text) as unknown),
    text: () => Promise.resolve(text),
  } as Response;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The path of a request below the shop's url; `undefined` if it goes elsewhere. */
function pathBelow(url: string, input: Parameters<Fetch>[0]): string | undefined {
  const target = new URL(typeof input === 'object' && 'url' in input ? input.url : input, document.baseURI);
  const base = new URL(url, document.baseURI);
  const start = base.pathname.replace(/\/$/, '');
  const isBelow = target.origin === base.origin && target.pathname.startsWith(`${start}/`);
  return isBelow ? target.pathname.slice(start.length) : undefined;
}

/** Fails as fetch does when its signal fires, even if the request goes on. */
function untilAborted(signal: AbortSignal | null | undefined, answer: Promise<Response>): Promise<Response> {
  if (!signal) return answer;
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason as Error);
    if (signal.aborted) return abort();
    signal.addEventListener('abort', abort, { once: true });
    answer.then(resolve, reject);
  });
}

/** Answers requests below `url` from now on; all others go on to the page's own `fetch`. */
export function createFakeNetwork(
  url: string,
  answer: (request: FakeShopRequest) => FakeAnswer,
): FakeNetwork {
  const original = page.fetch;
  const gate = createGate();
  let requests: FakeShopRequest[] = [];
  let faults: ('lose' | FakeAnswer)[] = [];
  let onTheWay = 0;

  async function send(request: FakeShopRequest): Promise<Response> {
    requests.push(request);
    const fault = faults.shift();
    await new Promise<void>((resolve) => gate.pass(resolve));
    onTheWay += 1;
    try {
      const answered = typeof fault === 'object' ? fault : answer(request);
      // An answer never comes in the same turn as its request. Not by a timer, which a test may have stopped.
      await Promise.resolve();
      if (fault === 'lose') throw new TypeError('Failed to fetch');
      return responseOf(answered);
    } finally {
      onTheWay -= 1;
    }
  }

  const fetch: Fetch = async (input, init = {}) => {
    const path = pathBelow(url, input);
    if (path === undefined) {
      if (original) return original.call(globalThis, input, init);
      throw new TypeError(`The fake shop answers below ${url}, and there is no other fetch on this page.`);
    }
    const given = typeof input === 'object' && 'url' in input ? input : undefined;
    const { method = given?.method ?? 'GET', signal = given?.signal } = init;
    const text = init.body === undefined ? await given?.text() : init.body;
    const body = typeof text === 'string' ? parse(text) : undefined;
    return untilAborted(signal, send({ method: method.toUpperCase(), path, body }));
  };
  page.fetch = fetch;

  return {
    get requests() {
      return requests;
    },
    isBusy: () => onTheWay > 0,
    loseNextAnswer: () => void faults.push('lose'),
    refuseNext: (refused) => void faults.push(refused),
    hold: () => gate.close(),
    forget() {
      requests = [];
      faults = [];
      gate.reset();
    },
    restore() {
      if (page.fetch === fetch) page.fetch = original;
    },
  };
}
