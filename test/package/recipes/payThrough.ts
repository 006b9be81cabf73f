import { expect, vi } from 'vitest';
import { createGatewayControl } from '../../e2e/gatewayControl';
import { testCard } from '../../examples/sandboxCustomer';
import { submitCard } from '../../examples/submitCard';

interface Answer {
  mchOrderNo: string;
  secureId?: string;
  outcome?: string;
  settled?: string;
  code?: string;
}

/** The headers that only a browser with a page of the shop sends. */
const ownPage = (url: string) => ({ origin: new URL(url).origin, 'sec-fetch-site': 'same-origin' });

/** Pays for a cart in the shop at this address as a browser would, with the sandbox notifying the shop over a real socket. */
export async function payThrough(url: string, gatewayUrl: string, cartId = 'cart-7'): Promise<void> {
  const gateway = createGatewayControl(gatewayUrl);
  await gateway.reset();

  // A route that never answers must not keep the shop's process alive.
  const ask = (path: string, init: RequestInit) =>
    fetch(`${url}/pay/${path}`, { signal: AbortSignal.timeout(20_000), redirect: 'manual', ...init });
  const checkOut = (headers: Record<string, string>) =>
    ask('checkout', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ request: { cartId } }),
    });
  const read = async (response: Response) => (await response.json()) as Answer;

  expect((await checkOut({ origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' })).status).toBe(
    403,
  );
  const opened = await checkOut(ownPage(url));
  expect(opened.status).toBe(200);
  const { mchOrderNo, secureId } = await read(opened);
  const cookie = opened.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const look = (headers: Record<string, string>) => ask(`orders/${mchOrderNo}`, { headers });
  expect(await read(await look({ cookie }))).toMatchObject({ outcome: 'unknown' });

  // The shop can't learn of the payment by asking, so the notification alone must have got through.
  await gateway.addFault({ call: 'cc_query', kind: 'fail', times: 1000 });
  await submitCard(gatewayUrl, secureId, testCard.paid);
  const notice = await vi.waitFor(async () => {
    const [notification] = await gateway.notifications();
    expect(notification).toMatchObject({
      state: 'delivered',
      attempts: [{ httpStatus: 200, answer: 'success' }],
    });
    return notification?.body ?? {};
  }, 10_000);
  expect(await read(await look({ cookie }))).toMatchObject({ outcome: 'paid' });
  expect((await look({})).status).toBe(404);

  const form = new URLSearchParams(Object.entries(notice).map(([name, value]) => [name, String(value)]));
  const again = await ask('notify', { method: 'POST', body: form });
  expect(await again.text()).toBe('success');
  const forged = await gateway.notify({ mchOrderNo, forged: true, changes: { amount: 1 } });
  expect(forged.httpStatus).toBeGreaterThanOrEqual(400);

  expect(await read(await checkOut({ ...ownPage(url), cookie }))).toMatchObject({
    mchOrderNo,
    settled: 'paid',
  });
  const back = await ask(`return/${mchOrderNo}?retCode=FAIL`, {});
  expect([back.status, back.headers.get('location')]).toEqual([
    303,
    `${url}/thanks?mchOrderNo=${mchOrderNo}`,
  ]);
  expect(await gateway.orders()).toMatchObject([{ mchOrderNo, amount: 2434, charges: 1 }]);
}
