import { act, cleanup, renderHook } from '@testing-library/react';
import { createShopApi, useIotPayOrder, type IotPayShopApi, type OrderView } from 'react-iotpay';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { installShop, type ShopDouble } from '../checkout/shopDouble';
import { minute, openPages, pass, letPageRest, sleep } from '../rows/checkoutPage';

openPages();
let shop: ShopDouble;

beforeEach(async () => {
  shop = installShop();
  await fetch('/pay/checkout', { method: 'POST', body: '{}' });
});
afterEach(() => vi.unstubAllGlobals());

async function follow(mchOrderNo: string | null = 'ORDER1') {
  const { result, rerender } = renderHook(
    (number: string | null) => useIotPayOrder(number, { url: '/pay' }),
    {
      initialProps: mchOrderNo,
    },
  );
  await letPageRest();
  return { now: () => result.current, rerender };
}

/** A shop's own API that answers questions about orders with these reports, and then with the last of them. */
function apiThatAnswers(reports: readonly Pick<OrderView, 'mchOrderNo' | 'outcome'>[]): IotPayShopApi {
  const views = reports.map((report): OrderView => ({
    ...report,
    state: 'open',
    amount: 1,
    currency: 'CAD',
    refunded: 0,
  }));
  let asked = 0;
  return {
    ...createShopApi('/pay'),
    order: async () => views[Math.min(asked++, views.length - 1)] as OrderView,
  };
}

it('is idle without an order number, and begins with one', async () => {
  const { now, rerender } = await follow(null);
  expect(now().status).toBe('idle');
  rerender('ORDER1');
  expect(now().status).toBe('loading');
  await letPageRest();
  expect(now()).toMatchObject({ status: 'unknown', order: { mchOrderNo: 'ORDER1' } });
});

it('asks one question for all components that follow an order', async () => {
  await follow();
  await follow();
  expect(shop.count('/pay/orders/ORDER1')).toBe(1);
});

it('asks no more once the server has decided', async () => {
  const { now } = await follow();
  shop.order().truth = 'failed';
  await pass(minute);
  expect(now().status).toBe('failed');
  const asked = shop.asked.length;
  await pass(60 * minute);
  await sleep(minute, new Event('focus'));
  expect(shop.asked).toHaveLength(asked);
});

it('refresh() hears that a failed order was paid after all, and nothing takes that back', async () => {
  const outcomes = ['failed', 'paid', 'failed', 'unknown'] as const;
  const api = apiThatAnswers(outcomes.map((outcome) => ({ mchOrderNo: 'ORDER1', outcome })));
  const { result } = renderHook(() => useIotPayOrder('ORDER1', { api }));
  await letPageRest();
  expect(result.current.status).toBe('failed');
  for (let question = 0; question < 3; question++) {
    act(() => result.current.refresh());
    await letPageRest();
    expect(result.current.status).toBe('paid');
  }
});

it('reports why an answer did not come, and goes on', async () => {
  shop.network = 'errors';
  const { now } = await follow();
  expect(now()).toMatchObject({ status: 'unknown', error: { code: 'shop_unreachable' } });
  shop.network = 'works';
  shop.order().truth = 'paid';
  await pass(minute);
  expect(now()).toMatchObject({ status: 'paid' });
  expect(now().error).toBeUndefined();
});

it('gives up an answer that hangs, and one that a sleep has cut off', async () => {
  shop.network = 'hangs';
  const { now } = await follow();
  await pass(31_000);
  expect(now().status).toBe('unknown');
  await pass(5000);
  shop.network = 'works';
  shop.order().truth = 'paid';
  await sleep(60 * minute, new Event('pageshow'));
  expect(now().status).toBe('paid');
});

it('ignores an answer about another order', async () => {
  const api = apiThatAnswers([{ mchOrderNo: 'OTHER', outcome: 'paid' }]);
  const { result } = renderHook(() => useIotPayOrder('ORDER1', { api }));
  await letPageRest();
  expect(result.current.status).toBe('unknown');
});

it('leaves no timer behind when no component follows the order', async () => {
  await follow();
  cleanup();
  await letPageRest();
  expect(vi.getTimerCount()).toBe(0);
});

it('throws if neither url nor api says where to ask', () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  expect(() => renderHook(() => useIotPayOrder('ORDER1', {}))).toThrow(TypeError);
});
