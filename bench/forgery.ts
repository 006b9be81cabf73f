import { createIotPay, createNotificationHandler } from './built';
import { forgeries } from './forgeries';
import type { LoadOrder } from './load';
import { mchId, merchantKey } from './messages';
import { type Comparison, compare } from './report';
import { fire, listen, startLoad } from './server';

const rounds = 4;
const secondsPerTurn = 0.25;

/**
 * In bytes: a body that is refused by its length alone, the longest one that is read, and the longest one that is
 * hashed.
 */
const sizes = [64 * 1024, 8 * 1024, 4 * 1024];

/**
 * At least a fifth as many in the same processor time, so a forged notification costs at most five times as much as a
 * genuine one.
 */
const aim = 0.2;

/**
 * Compares forged notifications with genuine ones, by the processor time of the server that receives them on
 * `node:http`, with an `onReject`. The kinds take turns, under load from another process.
 */
export async function compareForgeries(): Promise<Comparison[]> {
  const iotpay = createIotPay({ environment: 'development', mchId, loginName: 'shop', merchantKey });
  const nothing = () => undefined;
  const notifications = createNotificationHandler({
    iotpay,
    expect: false,
    onPayment: nothing,
    onReject: nothing,
  });
  const url = await listen((...exchange) => void notifications.node(...exchange));
  const load = startLoad();
  const contestants: readonly { name: string; order: LoadOrder }[] = [
    { name: 'genuine', order: { url, seconds: secondsPerTurn } },
    ...sizes.flatMap((bytes) =>
      forgeries.map(({ name }) => ({
        name: `${bytes / 1024} kB: ${name}`,
        order: { url, seconds: secondsPerTurn, forged: { name, bytes } },
      })),
    ),
  ];
  const rates = new Map<string, number[]>(contestants.map(({ name }) => [name, []]));
  for (let round = -1; round < rounds; round++) {
    for (const { name, order } of round % 2 === 0 ? contestants : contestants.toReversed()) {
      const before = process.cpuUsage();
      const { acknowledged, turnedAway, failed } = await fire(load, order);
      const { user, system } = process.cpuUsage(before);
      const asMeant = order.forged ? turnedAway : acknowledged;
      if (asMeant === 0 || asMeant !== acknowledged + turnedAway + failed)
        throw new Error(`${name}: ${acknowledged} acknowledged, ${turnedAway} turned away, ${failed} failed`);
      if (round >= 0) rates.get(name)?.push((asMeant / (user + system)) * 1_000_000);
    }
  }
  load.disconnect();
  return contestants.slice(1).map(({ name }) => compare(rates, name, 'genuine', aim));
}
