import type { RequestListener } from 'node:http';
import { createIotPay, createNotificationHandler } from './built';
import { mchId, merchantKey } from './messages';
import { type Comparison, compare } from './report';
import { fire, listen, startLoad } from './server';

const rounds = 12;
const secondsPerTurn = 1;

/**
 * Compares the notification handler on `node:http` with the shortest one that a shop could write by hand, which trusts
 * everything: collect the body, parse it, answer `success`. Both run in this process, by turns. The load comes from
 * another process.
 */
export async function compareHandler(): Promise<Comparison[]> {
  const iotpay = createIotPay({ environment: 'development', mchId, loginName: 'shop', merchantKey });
  const notifications = createNotificationHandler({ iotpay, expect: false, onPayment: () => undefined });
  const contestants = [
    {
      name: 'notification handler',
      url: await listen((...exchange) => void notifications.node(...exchange)),
    },
    { name: 'bare node:http', url: await listen(bareHandler) },
  ];
  const load = startLoad();
  const perSecond = new Map<string, number[]>(contestants.map(({ name }) => [name, []]));
  for (let round = -2; round < rounds; round++) {
    for (const { name, url } of round % 2 === 0 ? contestants : contestants.toReversed()) {
      const { acknowledgedPerSecond, turnedAway, failed } = await fire(load, {
        url,
        seconds: secondsPerTurn,
      });
      if (turnedAway + failed > 0)
        throw new Error(`${name} failed to acknowledge ${turnedAway + failed} notifications`);
      if (round >= 0) perSecond.get(name)?.push(acknowledgedPerSecond);
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
