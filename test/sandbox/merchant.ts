import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startSandbox, type SandboxOptions } from 'react-iotpay/sandbox';
import { onTestFinished } from 'vitest';
import type { CardEntry } from '../../src/sandbox/cardRules/cardEntry';
import type { PageAnswer } from '../../src/sandbox/browser/pageData';
import { createIotPay } from '../../src/server/gateway/createIotPay';
import { sign } from '../../src/server/signing/sign';

export type Json = Record<string, unknown>;

export interface GatewayReply {
  retCode: string;
  retMsg: string;
  retData: Json;
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}

/** A merchant's server, with a sandbox of its own; both end with the test. */
export async function startMerchant(options: SandboxOptions = {}) {
  const sandbox = await startSandbox({ ...options, clocks: { bankMs: 0, ...options.clocks } });
  onTestFinished(() => sandbox.close());
  const { mchId, loginName, merchantKey } = sandbox.credentials;

  const received: Json[] = [];
  const arrivals: (() => void)[] = [];
  const reply = { status: 200, body: 'success', headers: {} };
  let heldUntil: Promise<void> | undefined;
  const server = createServer((request, response) => {
    void textOf(request).then((text) => {
      received.push(JSON.parse(text) as Json);
      const answer = () => response.writeHead(reply.status, reply.headers).end(reply.body);
      if (heldUntil) void heldUntil.then(answer);
      else answer();
      arrivals.splice(0).forEach((arrived) => arrived());
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const ownUrl = `http://localhost:${(server.address() as AddressInfo).port}`;

  const post = (path: string, body: unknown) =>
    fetch(`${sandbox.url}${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
  const signed = (fields: Json): Json => {
    const message = { mchId, ...fields };
    return { ...message, sign: sign(message, merchantKey) };
  };
  const call = async (name: string, fields: Json) =>
    (await (await post(`/v3/${name}`, signed(fields))).json()) as GatewayReply;

  /** The merchant's own client, to see the gateway as a shop sees it. */
  const iotpay = createIotPay({ environment: { baseUrl: sandbox.url }, mchId, loginName, merchantKey });

  let orders = 0;
  const purchaseFields = (changes: Json = {}): Json => ({
    mchOrderNo: `ORDER-${(orders += 1)}`,
    amount: 2434,
    currency: 'CAD',
    loginName,
    channel: 'PF_CC',
    notifyUrl: `${ownUrl}/notify`,
    returnUrl: `${ownUrl}/thanks?cart=7`,
    ...changes,
  });
  const cardFields = (changes: Json = {}): Json => ({
    cardId: `CARD-${(orders += 1)}`,
    loginName,
    channel: 'PF_CC',
    returnUrl: `${ownUrl}/cards`,
    ...changes,
  });

  const purchase = async (changes: Json = {}) => {
    const fields = purchaseFields(changes);
    const { retData } = await call('cc_purchase', fields);
    return { mchOrderNo: String(fields.mchOrderNo), secureId: String(retData.secureId) };
  };
  const submit = async (key: string, number: string, changes: Partial<CardEntry> = {}) => {
    const card = { number, holder: 'Ada Lovelace', expiry: '12/34', code: '123', ...changes };
    return (await (await post('/cc/submit', { key, card })).json()) as PageAnswer;
  };

  return {
    sandbox,
    iotpay,
    ownUrl,
    notifyUrl: `${ownUrl}/notify`,
    /** The notifications that came, and what they are answered with. */
    received,
    reply,
    /** Answers no notification before `release` is called. */
    holdAnswers() {
      let release: () => void = () => undefined;
      heldUntil = new Promise((resolve) => {
        release = resolve;
      });
      return { release: () => release() };
    },
    /** Settles as soon as that many notifications have come. */
    async notified(count: number) {
      while (received.length < count) await new Promise<void>((resolve) => arrivals.push(resolve));
    },
    post,
    signed,
    call,
    purchaseFields,
    cardFields,
    /** Makes an order and gives its number and its `secureId`. */
    purchase,
    /** Makes an order, pays it with a test card, and gives it as the merchant's server sees it. */
    async pay(changes: Json = {}, number = '4242424242424242') {
      const { mchOrderNo, secureId } = await purchase(changes);
      await submit(secureId, number);
      return iotpay.query({ mchOrderNo });
    },
    /** Saves a test card. */
    async saveCard(cardId: string, number: string, channel = 'PF_CC') {
      const { retData } = await call('cc_addcard', cardFields({ cardId, channel }));
      return submit(String(retData.secureId), number);
    },
    /** What the card page does when the customer clicks its button. */
    submit,
    async poll(key: string): Promise<PageAnswer> {
      return (await (await post('/cc/poll', { key })).json()) as PageAnswer;
    },
    async control(path: string, body?: unknown): Promise<Json> {
      const response = await (body === undefined
        ? fetch(`${sandbox.url}/_sandbox/${path}`)
        : post(`/_sandbox/${path}`, body));
      return (await response.json()) as Json;
    },
    async order(mchOrderNo: string): Promise<Json> {
      return (await call('cc_query', { mchOrderNo })).retData;
    },
  };
}

export type Merchant = Awaited<ReturnType<typeof startMerchant>>;

/** The result in the answer to the card page's call. An answer without one ends the test. */
export function resultOf(answer: PageAnswer) {
  if (answer.state !== 'finished') throw new Error(`The session is ${answer.state}`);
  return answer;
}
