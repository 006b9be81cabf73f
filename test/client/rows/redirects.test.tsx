import { act } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { createTab, plainCard, letPageRest, openPages } from './checkoutPage';

const iotpay = openPages();

/** A change of the fragment is the one navigation that jsdom carries out. */
const redirectUrl = `${location.origin}${location.pathname}#returned`;

const hasLeft = () => location.hash === '#returned';

afterEach(() => history.replaceState(null, '', location.pathname));

it('leaves the redirect to the shop for an outcome that it has a handler for', async () => {
  const onFail = vi.fn();
  await createTab().show(plainCard({ secureId: 'a', redirect: undefined, onFail }));
  act(() =>
    iotpay.emit({
      result: 'FAIL',
      message: 'declined',
      detail: { retCode: 'FAIL', retData: { redirectUrl } },
    }),
  );
  await letPageRest();
  expect([onFail.mock.calls.length, hasLeft()]).toEqual([1, false]);
});

it.each([
  ['without a handler', undefined, undefined, true],
  ['with a handler and redirect="auto"', 'auto', vi.fn(), true],
  ['with a handler and a list that has the origin', [location.origin], vi.fn(), true],
  ['with a handler and a list that lacks the origin', ['https://shop.example'], vi.fn(), false],
  ['without a handler and redirect="manual"', 'manual', undefined, false],
] as const)('decides about the redirect for an outcome %s', async (_, redirect, onSuccess, isFollowed) => {
  await createTab().show(plainCard({ secureId: 'a', redirect, onSuccess }));
  act(() => iotpay.succeed({ redirectUrl }));
  await letPageRest();
  expect(hasLeft()).toBe(isFollowed);
});

it('does not pull the customer off the next page when the handler is done after the card has gone', async () => {
  let done = () => {};
  const onSuccess = () => new Promise<void>((resolve) => (done = resolve));
  const tab = createTab();
  await tab.show(plainCard({ secureId: 'a', redirect: 'auto', onSuccess }));
  act(() => iotpay.succeed({ redirectUrl }));
  await tab.show(<p>The next page</p>);
  done();
  await letPageRest();
  expect(hasLeft()).toBe(false);
});
