import type { OrdersOptions } from 'react-iotpay/orders';
import { describe, expect, it } from 'vitest';
import { openShop, url } from '../shop';
import { openBrowser } from './browser';

const price: OrdersOptions['checkout'] = ({ body, customer }) => ({
  key: `cart-${String(body.cartId)}`,
  amount: 2434,
  data: { cartId: String(body.cartId) },
  customer,
});

function openPage(options: Partial<OrdersOptions> = {}) {
  const shop = openShop({ checkout: price, ...options });
  return { ...shop, browser: openBrowser(shop.orders) };
}

interface View {
  mchOrderNo: string;
  secureId?: string;
  settled?: string;
  outcome?: string;
  code?: string;
}
const read = async (response: Response) => (await response.json()) as View;
const wish = { request: { cartId: 7 } };

describe('POST /checkout', () => {
  it('answers what the form needs, priced by the shop, and the same after a reload', async () => {
    const { browser } = openPage();
    const response = await browser.post('/checkout', { request: { cartId: 7, amount: 1 } });
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    const view = await read(response);
    expect(view).toMatchObject({ amount: 2434, currency: 'CAD', outcome: 'unknown', state: 'open' });
    expect(view.secureId).toBeTruthy();
    expect(await read(await browser.post('/checkout', wish))).toEqual(view);
  });

  it('answers that a paid order is paid, and that an undecided one is unknown', async () => {
    const { browser, gateway } = openPage();
    const first = await read(await browser.post('/checkout', wish));
    gateway.pay(first.mchOrderNo, 'unknown');
    gateway.advance(3000);
    expect(await read(await browser.post('/checkout', wish))).toMatchObject({
      settled: 'unknown',
      mchOrderNo: first.mchOrderNo,
    });
    const entry = gateway.entries.get(first.mchOrderNo);
    if (entry) gateway.decide(entry, true);
    gateway.advance(3000);
    const answer = await read(await browser.post('/checkout', wish));
    expect(answer).toMatchObject({ settled: 'paid', outcome: 'paid' });
    expect(answer).not.toHaveProperty('secureId');
  });

  it('opens another form after a decline', async () => {
    const { browser } = openPage();
    const first = await read(await browser.post('/checkout', wish));
    const second = await read(await browser.post('/checkout', { ...wish, declined: first.mchOrderNo }));
    expect(second.secureId).toBeTruthy();
    expect(second.mchOrderNo).not.toBe(first.mchOrderNo);
  });

  it('lets the shop answer by itself', async () => {
    const { browser } = openPage({
      checkout: () => {
        throw Response.json({ code: 'empty_cart' }, { status: 409 });
      },
    });
    const response = await browser.post('/checkout', wish);
    expect([response.status, (await read(response)).code]).toEqual([409, 'empty_cart']);
  });

  it.each([
    [
      'another site’s page',
      { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
      403,
      'bad_origin',
    ],
    [
      'a page of a subdomain',
      { origin: 'https://blog.shop.example', 'sec-fetch-site': 'same-site' },
      403,
      'bad_origin',
    ],
    ['a page without an origin', { origin: 'null' }, 403, 'bad_origin'],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 415, 'not_json'],
    ['a form that says it is text', { 'content-type': 'text/plain' }, 415, 'not_json'],
  ])('refuses %s', async (_, headers, status, code) => {
    const { browser, gateway } = openPage();
    const response = await browser.post('/checkout', wish, headers);
    expect([response.status, (await read(response)).code]).toEqual([status, code]);
    expect(gateway.entries.size).toBe(0);
  });

  it('takes pages of the origins that the shop names', async () => {
    const { browser } = openPage({ origins: ['https://www.shop.example'] });
    const headers = { origin: 'https://www.shop.example', 'sec-fetch-site': 'same-site' };
    expect((await browser.post('/checkout', wish, headers)).status).toBe(200);
  });

  it.each([
    ['{', 400, 'bad_json'],
    ['[]', 400, 'bad_json'],
    ['', 400, 'bad_json'],
    [{ request: [] }, 400, 'bad_request'],
    [{ channel: 'X' }, 400, 'bad_request'],
    [{ declined: 'a b' }, 400, 'bad_request'],
    [{ cardId: 1 }, 400, 'bad_request'],
    [{ wallet: { type: 'Cash', data: 'x' } }, 400, 'bad_request'],
    [{ cardId: 'a', wallet: { type: 'ApplePay', data: 'x' } }, 400, 'bad_request'],
    [{ request: { cartId: 'x'.repeat(70_000) } }, 413, 'too_large'],
  ])('answers %.30j with a code', async (body, status, code) => {
    const { browser, gateway, problems } = openPage();
    const response = await browser.post('/checkout', body);
    expect([response.status, (await read(response)).code]).toEqual([status, code]);
    expect([gateway.entries.size, problems]).toEqual([0, []]);
  });

  it('tells a customer who comes with the cart of another one, and the shop’s log, that it is another’s', async () => {
    let customer = 'c-1';
    const { browser, orders, problems } = openPage({ authorize: () => customer });
    await browser.post('/checkout', wish);
    customer = 'c-2';
    const response = await openBrowser(orders).post('/checkout', wish);
    const { code } = await read(response);
    expect([response.status, code, problems.length]).toEqual([409, 'key_in_use', 1]);
    expect(response.headers.getSetCookie()).toEqual([]);
  });

  it.each([
    [() => 7],
    [() => ({})],
    [() => 'x'.repeat(201)],
    [() => Promise.reject(new Error('no session store'))],
  ])('opens nothing if authorize fails or returns no valid customer: %s', async (authorize) => {
    const { browser, gateway, problems } = openPage({ authorize: authorize as never });
    expect((await browser.post('/checkout', wish)).status).toBe(500);
    expect((await browser.get('/cards')).status).toBe(500);
    expect([gateway.entries.size, problems.length]).toEqual([0, 2]);
  });

  it.each([
    [undefined],
    [null],
    [{}],
    [{ key: 'k' }],
    [{ key: 'k', amount: '2434' }],
    [{ key: 'k', amount: 1, data: 1n }],
  ])('opens nothing if the shop’s checkout gives %s', async (sale) => {
    const { browser, gateway, problems } = openPage({ checkout: () => sale as never });
    expect((await browser.post('/checkout', wish)).status).toBe(500);
    expect([gateway.entries.size, problems.length]).toEqual([0, 1]);
  });

  it('says that the gateway is silent, logs why, and never that nothing was paid', async () => {
    const { browser, gateway, problems } = openPage();
    gateway.faults.purchase.push({ kind: 'lost before' });
    const response = await browser.post('/checkout', wish);
    expect(response.status).toBe(502);
    const answer = await response.text();
    expect(answer).toContain('gateway_silent');
    expect(answer).not.toMatch(/charged/);
    expect(problems).toHaveLength(1);
  });

  it('reveals nothing about an error in the shop’s own code', async () => {
    const { browser, problems } = openPage({
      checkout: () => {
        throw new Error('password is hunter2');
      },
    });
    const response = await browser.post('/checkout', wish);
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain('hunter2');
    expect(problems).toHaveLength(1);
  });

  it('charges a saved card of the customer who is signed in, and of no other customer', async () => {
    let customer: string | undefined;
    const { browser, orders } = openPage({ authorize: () => customer });
    const { cardId } = await orders.saveCard('c-1');
    const withCard = { ...wish, cardId };
    expect((await browser.post('/checkout', withCard)).status).toBe(401);
    customer = 'c-2';
    expect((await browser.post('/checkout', withCard)).status).toBe(404);
    customer = 'c-1';
    expect(await read(await browser.post('/checkout', withCard))).toMatchObject({ settled: 'paid' });
  });

  it('charges a wallet, and says failed only by proof', async () => {
    const { browser, gateway } = openPage();
    const withWallet = { ...wish, wallet: { type: 'GooglePay', data: 'e30=' } };
    gateway.nextOutcome = 'declined';
    expect(await read(await browser.post('/checkout', withWallet))).toMatchObject({ settled: 'failed' });
    gateway.nextOutcome = 'pending';
    expect(await read(await browser.post('/checkout', withWallet))).toMatchObject({ settled: 'unknown' });
  });
});

describe('GET /orders/:no', () => {
  it('says unknown while money of another amount is here, and failed once that went back', async () => {
    const { browser, gateway, orders, deliver } = openPage();
    const { mchOrderNo } = await read(await browser.post('/checkout', wish));
    Object.assign(gateway.entries.get(mchOrderNo) ?? {}, { amount: 1 });
    gateway.pay(mchOrderNo, 'paid');
    await deliver();
    const outcome = async () => (await read(await browser.get(`/orders/${mchOrderNo}`))).outcome;
    expect(await outcome()).toBe('unknown');
    await orders.refund({ mchOrderNo, key: 'give back' });
    expect(await outcome()).toBe('failed');
  });

  it('shows an order to the browser that opened it, and asks the gateway now and then', async () => {
    const { browser, gateway } = openPage();
    const { mchOrderNo } = await read(await browser.post('/checkout', wish));
    let asked = 0;
    const { query } = gateway.iotpay;
    Object.assign(gateway.iotpay, { query: (request: never) => ((asked += 1), query(request)) });
    for (let i = 0; i < 5; i++) await browser.get(`/orders/${mchOrderNo}`);
    expect(asked).toBe(1);
    gateway.pay(mchOrderNo, 'paid');
    gateway.advance(2000);
    expect(await read(await browser.get(`/orders/${mchOrderNo}`))).toMatchObject({ outcome: 'paid' });
    expect(asked).toBe(2);
  });

  it('shows an order to no other browser, and not whether it exists', async () => {
    const { browser, orders } = openPage();
    const { mchOrderNo } = await read(await browser.post('/checkout', wish));
    const stranger = openBrowser(orders);
    const [foreign, missing] = await Promise.all([
      stranger.get(`/orders/${mchOrderNo}`),
      stranger.get('/orders/20240101000000000000000000000X'),
    ]);
    expect([foreign.status, missing.status]).toEqual([404, 404]);
    expect(await foreign.text()).toBe(await missing.text());
  });

  it('believes no cookie that it has not signed, nor one of another order', async () => {
    const { browser, orders } = openPage();
    const one = await read(await browser.post('/checkout', wish));
    const other = await read(await browser.post('/checkout', { request: { cartId: 8 } }));
    const cookie = browser.cookies.get(`iotpay_order_${other.mchOrderNo}`) ?? '';
    const thief = openBrowser(orders);
    for (const forged of [cookie, 'a'.repeat(64), '']) {
      thief.cookies.set(`iotpay_order_${one.mchOrderNo}`, forged);
      expect((await thief.get(`/orders/${one.mchOrderNo}`)).status).toBe(404);
    }
  });

  it('shows an order to its customer by the shop’s own session, on any device', async () => {
    let customer: string | undefined = 'c-1';
    const { browser, orders } = openPage({ authorize: () => customer });
    const { mchOrderNo } = await read(await browser.post('/checkout', wish));
    const phone = openBrowser(orders);
    expect((await phone.get(`/orders/${mchOrderNo}`)).status).toBe(200);
    customer = 'c-2';
    expect((await phone.get(`/orders/${mchOrderNo}`)).status).toBe(404);
  });

  it('answers no secureId for an order', async () => {
    const { browser } = openPage();
    const { mchOrderNo, secureId } = await read(await browser.post('/checkout', wish));
    expect(await (await browser.get(`/orders/${mchOrderNo}`)).text()).not.toContain(secureId);
  });

  it('keeps orders of many tabs readable, and the cookies few', async () => {
    const { browser, gateway } = openPage();
    const opened: View[] = [];
    for (let cartId = 0; cartId < 25; cartId++) {
      gateway.advance(1);
      opened.push(await read(await browser.post('/checkout', { request: { cartId } })));
    }
    expect(browser.cookies.size).toBeLessThanOrEqual(20);
    for (const { mchOrderNo } of opened.slice(-15)) {
      expect((await browser.get(`/orders/${mchOrderNo}`)).status).toBe(200);
    }
  });

  it('signs cookies that scripts and other sites can’t get, for the routes only', async () => {
    const { browser } = openPage();
    const response = await browser.post('/checkout', wish);
    const [cookie] = response.headers.getSetCookie();
    for (const part of ['HttpOnly', 'SameSite=Lax', 'Secure', `Path=${new URL(url).pathname}`]) {
      expect(cookie).toContain(part);
    }
  });
});

describe('the other routes', () => {
  it('sends customers on to the shop’s page, and reads nothing else from the query', async () => {
    const { browser, told } = openPage({ returnTo: '/thanks?lang=en' });
    const { mchOrderNo } = await read(await browser.post('/checkout', wish));
    const response = await browser.get(`/return/${mchOrderNo}?retCode=SUCCESS&status=2&mchOrderNo=other`);
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toBe(
      `https://shop.example/thanks?lang=en&mchOrderNo=${mchOrderNo}`,
    );
    expect(told).toEqual([]);
    expect((await browser.get('/return')).headers.get('location')).toBe(
      'https://shop.example/thanks?lang=en',
    );
  });

  it('saves, lists and removes cards behind the shop’s session', async () => {
    let customer: string | undefined;
    const { browser } = openPage({ authorize: () => customer });
    expect((await browser.get('/cards')).status).toBe(401);
    expect((await browser.post('/cards', {})).status).toBe(401);
    customer = 'c-1';
    expect((await browser.post('/cards', { channel: 'X' })).status).toBe(400);
    expect((await browser.post('/cards/remove', { cardId: {} })).status).toBe(400);
    expect((await browser.post('/cards/remove', {})).status).toBe(400);
    const saved = (await (await browser.post('/cards', { channel: 'PF_CC' })).json()) as { cardId: string };
    const list = async () => (await (await browser.get('/cards')).json()) as { cards: { cardId: string }[] };
    expect((await list()).cards).toMatchObject([{ cardId: saved.cardId }]);
    customer = 'c-2';
    expect((await list()).cards).toEqual([]);
    customer = 'c-1';
    expect(await (await browser.post('/cards/remove', saved)).json()).toEqual({ removed: true });
    expect((await list()).cards).toEqual([]);
  });

  it('answers that there are no cards if the shop does not say who its customers are', async () => {
    const { browser } = openPage();
    expect((await browser.get('/cards')).status).toBe(404);
  });

  it('says for which method and which path there is no route', async () => {
    const { browser, orders } = openPage();
    const statusOf = async (method: string, path: string) =>
      (await orders.fetch(new Request(url + path, { method }))).status;
    expect(await statusOf('GET', '/checkout')).toBe(405);
    expect(await statusOf('GET', '/notify')).toBe(405);
    expect(await statusOf('DELETE', '/cards')).toBe(405);
    expect(await statusOf('GET', '/__proto__')).toBe(404);
    expect(await statusOf('POST', '/constructor')).toBe(404);
    expect((await browser.get('/orders/')).status).toBe(404);
  });

  it('opens nothing if the shop has no checkout', async () => {
    const { browser } = openPage({ checkout: undefined });
    expect((await browser.post('/checkout', wish)).status).toBe(404);
  });
});
