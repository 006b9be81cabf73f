import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createIotPay, createNotificationHandler } from './built';
import type { Answered, Order } from './load';
import { mchId, merchantKey } from './messages';
import { type Comparison, compare } from './report';

const rounds = 12;
const secondsPerTurn = 1;

/**
 * The notification handler on `node:http` against the least that a shop could write by hand, which believes everything: collect
 * the body, parse it, answer `success`. Both run in this process, by turns; the load comes from another one.
 */
export async function compareHandler(): Promise<Comparison[]> {
  const iotpay = createIotPay({ environment: 'development', mchId, loginName: 'shop', merchantKey });
  const notifications = createNotificationHandler({ iotpay, onPayment: () => undefined });
  const contestants = [
    {
      name: 'notification handler',
      url: await listen((...exchange) => void notifications.node(...exchange)),
    },
    { name: 'bare node:http', url: await listen(bareHandler) },
  ];
  const load = fork(new URL('./load.ts', import.meta.url));
  const perSecond = new Map<string, number[]>(contestants.map(({ name }) => [name, []]));
  for (let round = -2; round < rounds; round++) {
    for (const { name, url } of round % 2 === 0 ? contestants : contestants.toReversed()) {
      load.send({ url, seconds: secondsPerTurn } satisfies Order);
      const [answered] = (await once(load, 'message')) as [Answered];
      if (answered.failed > 0)
        throw new Error(`${name} failed to acknowledge ${answered.failed} notifications`);
      if (round >= 0) perSecond.get(name)?.push(answered.perSecond);
    }
  }
  load.disconnect();
  return [compare(perSecond, 'notification handler', 'bare node:http', 0.85)];
}

const bareHandler: RequestListener = (request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    JSON.parse(Buffer.concat(chunks).toString());
    response.end('success');
  });
};

async function listen(handler: RequestListener): Promise<string> {
  const server = createServer(handler).listen(0, '127.0.0.1');
  // Ends with the process: nothing is left to close once the figures are printed.
  server.unref();
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
