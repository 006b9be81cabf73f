import { createShopApi, isIotPayError } from 'react-iotpay';
import { afterEach, expect, it, vi } from 'vitest';

const { signal } = new AbortController();
const order = {
  mchOrderNo: 'A1',
  outcome: 'unknown',
  state: 'open',
  amount: 1,
  currency: 'CAD',
  refunded: 0,
};

function answerWith(answer: () => Response) {
  const fetch = vi.fn<(url: string, request: RequestInit) => Promise<Response>>(async () => answer());
  vi.stubGlobal('fetch', fetch);
  return fetch;
}

afterEach(() => vi.unstubAllGlobals());

it('asks the routes by same-origin requests that no cache answers', async () => {
  const fetch = answerWith(() => Response.json({ ...order, cards: [] }));
  const api = createShopApi('/pay/');
  await api.checkout({ request: { cartId: 'c' }, declined: 'A0' }, { signal });
  await api.order('A/1', { signal });
  await api.cards({ signal });
  expect(fetch.mock.calls.map(([url]) => url)).toEqual(['/pay/checkout', '/pay/orders/A%2F1', '/pay/cards']);
  for (const [, request] of fetch.mock.calls)
    expect(request).toMatchObject({ credentials: 'same-origin', cache: 'no-store', signal });
  expect(fetch.mock.calls[0]?.[1]).toMatchObject({
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: '{"request":{"cartId":"c"},"declined":"A0"}',
  });
});

it('says what the server refuses, with its own code, message and status', async () => {
  answerWith(() => Response.json({ code: 'not_signed_in', message: 'Sign in.' }, { status: 401 }));
  const error: unknown = await createShopApi('/pay')
    .cards({ signal })
    .catch((reason: unknown) => reason);
  expect(isIotPayError(error) && error.code).toBe('shop_refused');
  expect(error).toMatchObject({ cause: { code: 'not_signed_in', message: 'Sign in.', status: 401 } });
});

it.each<[string, () => Response]>([
  [
    'there is no network',
    () => {
      throw new TypeError('Failed to fetch');
    },
  ],
  ['a proxy shows an error page', () => new Response('<h1>502</h1>', { status: 502 })],
  ['a proxy answers in JSON of its own', () => Response.json({ error: 'bad gateway' }, { status: 502 })],
  ['the page’s own HTML comes instead', () => new Response('<!doctype html>')],
  ['the answer has no number', () => Response.json({ outcome: 'paid' })],
  ['the answer has an undocumented outcome', () => Response.json({ ...order, outcome: 'perhaps' })],
  ['the answer is null', () => Response.json(null)],
])('has no usable answer when %s', async (_, answer) => {
  answerWith(answer);
  const { checkout, order: ask } = createShopApi('/pay');
  await expect(checkout({}, { signal })).rejects.toMatchObject({ code: 'shop_unreachable' });
  await expect(ask('A1', { signal })).rejects.toMatchObject({ code: 'shop_unreachable' });
});

it('takes an answer without a list for no cards', async () => {
  answerWith(() => Response.json({ cards: 'none' }));
  await expect(createShopApi('/pay').cards({ signal })).rejects.toMatchObject({ code: 'shop_unreachable' });
});
