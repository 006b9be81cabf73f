import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { installFakeShop, type FakeShop } from '../../../src/testing/index';
import { PlainCheckout } from './PlainCheckout';

let shop: FakeShop;

beforeEach(() => {
  shop = installFakeShop({ url: '/pay', amount: 2434 });
});
afterEach(() => {
  cleanup();
  shop.restore();
});

const status = () => screen.getByRole('heading').textContent;

describe('the customer', () => {
  it('lets the customer pay as soon as there is a form, and the page knows when pay() is over', async () => {
    const complain = vi.spyOn(console, 'error');
    render(<PlainCheckout cartId="c1" />);
    await shop.pay();
    expect(status()).toBe('ORDER1 paid');
    expect(shop.orders).toEqual([
      {
        mchOrderNo: 'ORDER1',
        outcome: 'paid',
        state: 'paid',
        amount: 2434,
        currency: 'CAD',
        refunded: 0,
        cardNum: '424242******4242',
        request: { cartId: 'c1' },
        method: 'form',
        channel: 'PF_CC',
      },
    ]);
    expect(complain).not.toHaveBeenCalled();
  });

  it('lets the customer be declined, and pay another order with another card', async () => {
    render(<PlainCheckout cartId="c1" />);
    await shop.decline('Insufficient funds');
    expect(status()).toBe('ORDER1 failed');
    fireEvent.click(screen.getByRole('button', { name: 'Another card' }));
    await shop.pay();
    expect(status()).toBe('ORDER2 paid');
    expect(shop.iotpay.mounts).toHaveLength(2);
  });

  it('leaves an order undecided, which no reload sells again, until it is settled', async () => {
    const view = render(<PlainCheckout cartId="c1" />);
    await shop.leaveUndecided();
    expect(status()).toBe('ORDER1 open');
    view.unmount();
    const again = () => fetch('/pay/checkout', post({ request: { cartId: 'c1' }, declined: 'ORDER1' }));
    expect(await (await again()).json()).toMatchObject({ mchOrderNo: 'ORDER1', settled: 'unknown' });
    shop.settle('paid');
    expect(await (await again()).json()).toMatchObject({ mchOrderNo: 'ORDER1', settled: 'paid' });
  });

  it('lets the customer pay although the test has stopped the clock', async () => {
    vi.useFakeTimers();
    render(<PlainCheckout cartId="c1" />);
    await shop.pay();
    vi.useRealTimers();
    expect(status()).toBe('ORDER1 paid');
  });

  it.each([
    ['nothing was rendered', () => undefined, /has sent no request to the shop yet/],
    ['the script is blocked', () => renderWithoutScript(), /ORDER1, is open and its form is not/],
    ['the server refuses', () => renderRefused(), /has opened no order/],
  ])('says in its error that there is no form to pay in if %s', async (_, prepare, message) => {
    vi.spyOn(console, 'warn').mockReturnValue();
    vi.spyOn(console, 'error').mockReturnValue();
    prepare();
    await expect(shop.pay()).rejects.toThrow(message);
    expect(shop.orders.filter(({ outcome }) => outcome === 'paid')).toEqual([]);
  });

  it('refuses a second payment in one form', async () => {
    render(<PlainCheckout cartId="c1" />);
    await shop.pay();
    await expect(shop.pay()).rejects.toThrow(/ORDER1, is paid/);
  });

  function renderWithoutScript(): void {
    shop.iotpay.blockScript();
    render(<PlainCheckout cartId="c1" />);
  }
  function renderRefused(): void {
    shop.refuseNext({ status: 503, code: 'busy' });
    render(<PlainCheckout cartId="c1" />);
  }
});

const post = (body: object, more: RequestInit = {}) => ({
  method: 'POST',
  body: JSON.stringify(body),
  ...more,
});
const checkOut = async (body: object = { request: { cartId: 'c1' } }) =>
  (await (await fetch('/pay/checkout', post(body))).json()) as Record<string, unknown>;

describe('the network', () => {
  it('loses the next answer although the request was carried out', async () => {
    shop.loseNextAnswer();
    await expect(checkOut()).rejects.toThrow(TypeError);
    expect(shop.orders).toHaveLength(1);
    expect(await checkOut()).toMatchObject({ mchOrderNo: 'ORDER1' });
  });

  it('refuses the next request with the status and code of the test, and does nothing', async () => {
    shop.refuseNext({ status: 503, code: 'busy' });
    const answer = await fetch('/pay/checkout', post({}));
    expect([answer.status, await answer.json()]).toMatchObject([503, { code: 'busy' }]);
    expect(shop.orders).toHaveLength(0);
    expect((await fetch('/pay/checkout', post({}))).status).toBe(200);
  });

  it('holds requests until they are released, and carries out those that waited, also those that the page has given up', async () => {
    const release = shop.hold();
    const controller = new AbortController();
    const waiting = fetch('/pay/checkout', post({ request: { cartId: 'c1' } }));
    const leaving = fetch(
      '/pay/checkout',
      post({ request: { cartId: 'c2' } }, { signal: controller.signal }),
    );
    controller.abort();
    await expect(leaving).rejects.toMatchObject({ name: 'AbortError' });
    expect(shop.orders).toHaveLength(0);
    release();
    expect((await waiting).status).toBe(200);
    expect(shop.orders.map(({ request }) => request.cartId)).toEqual(['c1', 'c2']);
  });

  it('leaves every other request to the page’s own fetch', async () => {
    shop.restore();
    const own = vi.fn(() => Promise.resolve(Response.json('own')));
    vi.stubGlobal('fetch', own);
    shop = installFakeShop({ url: '/pay' });
    for (const url of [
      '/payments',
      '/pay',
      'https://other.example/pay/checkout',
      new URL('/a', location.href),
    ]) {
      expect(await (await fetch(url)).json()).toBe('own');
    }
    expect(own).toHaveBeenCalledTimes(4);
    expect(shop.requests).toEqual([]);
    shop.restore();
    expect(globalThis.fetch).toBe(own);
    vi.unstubAllGlobals();
  });

  it('takes a Request, and a url with a host', async () => {
    shop.restore();
    shop = installFakeShop({ url: 'https://api.shop.example/pay/' });
    const request = new Request('https://api.shop.example/pay/checkout', post({ request: { cartId: 'c1' } }));
    expect(await (await fetch(request)).json()).toMatchObject({ mchOrderNo: 'ORDER1' });
    expect(shop.requests).toEqual([
      { method: 'POST', path: '/checkout', body: { request: { cartId: 'c1' } } },
    ]);
  });

  it('answers requests if there is no Response, as in plain jsdom', async () => {
    vi.stubGlobal('Response', undefined);
    const answer = await fetch('/pay/checkout', post({}));
    expect([answer.ok, answer.status, await answer.json()]).toMatchObject([true, 200, { state: 'open' }]);
    vi.unstubAllGlobals();
  });
});

describe('orders', () => {
  it('knows orders by their request, in any order of its fields, and prices them as the test says', async () => {
    shop.restore();
    shop = installFakeShop({ url: '/pay', amount: ({ seats }) => Number(seats) * 100 });
    const first = await checkOut({ request: { seats: 3, row: { a: 1, b: 2 } } });
    expect(first.amount).toBe(300);
    expect(await checkOut({ request: { row: { b: 2, a: 1 }, seats: 3 } })).toEqual(first);
    expect(await checkOut({ request: { seats: 4 } })).toMatchObject({ mchOrderNo: 'ORDER2', amount: 400 });
  });

  it('settles orders by their number, and keeps a paid one paid', async () => {
    await checkOut();
    await checkOut({ request: { cartId: 'c2' } });
    shop.settle('paid', 'ORDER1');
    expect(shop.orders.map(({ outcome }) => outcome)).toEqual(['paid', 'unknown']);
    expect(() => shop.settle('failed', 'ORDER1')).toThrow(/ORDER1 is paid/);
    expect(() => shop.settle('paid', 'ORDER7')).toThrow(/no order ORDER7/);
  });

  it('can’t settle an order before there is one', () => {
    expect(() => shop.settle('paid')).toThrow(/no order to settle yet/);
  });
});

describe('saved cards', () => {
  const card = { cardId: 'visa', channel: 'PF_CC', cardNum: '432567******2266', expiryDate: '1230' } as const;
  const readCards = async () => (await (await fetch('/pay/cards')).json()) as unknown;

  it('lists saved cards, charges them as the test says, and removes them', async () => {
    shop.restore();
    shop = installFakeShop({ url: '/pay', cards: [card] });
    expect(await readCards()).toEqual({ cards: [card] });
    shop.endCharges('failed');
    expect(await checkOut({ request: {}, cardId: 'visa' })).toMatchObject({ settled: 'failed' });
    shop.endCharges('paid');
    expect(await checkOut({ request: {}, cardId: 'visa' })).toMatchObject({ settled: 'paid' });
    expect(shop.orders).toMatchObject([{ cardId: 'visa', method: 'saved_card' }, { cardId: 'visa' }]);
    await fetch('/pay/cards/remove', post({ cardId: 'visa' }));
    expect(await readCards()).toEqual({ cards: [] });
  });

  it('saves a card by a form', async () => {
    shop.restore();
    shop = installFakeShop({ url: '/pay', cards: [] });
    const { IotPayCard } = await import('../../../src/index');
    const form = (await (await fetch('/pay/cards', post({}))).json()) as { secureId: string; cardId: string };
    render(<IotPayCard secureId={form.secureId} mode="Add" redirect="manual" />);
    await shop.saveCard();
    expect(await readCards()).toMatchObject({ cards: [{ cardId: form.cardId }] });
  });

  it('has no saved cards without the option', async () => {
    expect(await readCards()).toMatchObject({ code: 'no_such_route' });
    expect(await checkOut({ request: {}, cardId: 'visa' })).toMatchObject({ code: 'not_signed_in' });
  });
});

describe('when it comes and goes', () => {
  it('begins anew after each test of a framework, and stays away once it was taken away', async () => {
    let hooks: (() => void)[] = [];
    shop = installFakeShop({ url: '/pay', afterEach: (hook) => hooks.push(hook) });
    await checkOut();
    shop.loseNextAnswer();
    for (const hook of hooks) hook();
    expect([shop.orders, shop.requests]).toEqual([[], []]);
    expect(await checkOut()).toMatchObject({ mchOrderNo: 'ORDER1' });
    shop.restore();
    for (const hook of hooks) hook();
    expect(Object.hasOwn(document.head, 'append')).toBe(false);
    hooks = [];
  });

  it('takes the place of an older one', async () => {
    const before = globalThis.fetch;
    const second = installFakeShop({ url: '/pay' });
    shop.restore();
    await checkOut();
    expect(second.orders).toHaveLength(1);
    second.restore();
    expect(globalThis.fetch).not.toBe(before);
  });

  it.each(['', 'pay', '//evil.example/pay', undefined])('refuses the url %j', (url) => {
    expect(() => installFakeShop({ url: url as string })).toThrow(/such as '\/pay'/);
  });
});
