import { cleanup } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { commands } from 'vitest/browser';
import { IotPayCard } from '../../src/index';
import { fakeOrder } from '../../src/testing/fakeData';
import { installFakeIotPay, type FakeIotPay } from '../../src/testing/installFakeIotPay';
import { onceEach, pageCounts } from './page';
import { formIs, forms, nextTask, openShop } from './shop';

describe.each([true, false])('with StrictMode %s', (strict) => {
  const onSuccess = vi.fn();
  const onFail = vi.fn();
  const onTimeout = vi.fn();
  const onError = vi.fn();
  const onIgnoredOutcome = vi.fn();
  const handlers = { onSuccess, onFail, onTimeout, onError, onIgnoredOutcome };
  const card = (secureId: string | null) => (
    <IotPayCard secureId={secureId} redirect="manual" {...handlers} />
  );
  /** How often each of the shop's handlers was called; those that were not are left out. */
  const called = () =>
    Object.fromEntries(
      Object.entries(handlers).flatMap(([name, { mock }]) =>
        mock.calls.length ? [[name, mock.calls.length]] : [],
      ),
    );

  beforeEach(() => {
    vi.clearAllMocks();
  });

  describe('on the gateway’s own form', () => {
    it.each([
      ['twice', '4000 0000 0000 0226', { onSuccess: 1, onIgnoredOutcome: 1 }],
      ['in the old shape', '4000 0000 0000 0333', { onSuccess: 1 }],
      ['without any detail', '4000 0000 0000 0119', { onFail: 1 }],
    ])('reports one outcome when the SDK calls back %s', async (_how, number, expected) => {
      openShop(card(await commands.makeSecureId('Pay')), strict);
      await formIs('ready');
      await commands.payWith('[data-status]', number);
      await formIs('settled');
      await expect.poll(called).toEqual(expected);
      expect(pageCounts()).toEqual(onceEach);
    });
  });

  describe('when the SDK says so', () => {
    let iotpay: FakeIotPay;

    beforeEach(() => {
      iotpay = installFakeIotPay();
      return () => {
        cleanup();
        iotpay.restore();
      };
    });

    const getterThatThrows = {
      result: 'SUCCESS',
      get detail(): unknown {
        throw new Error('no detail here');
      },
    };

    it.each([
      ['a success without a detail', { result: 'SUCCESS' }, 'onTimeout'],
      ['a success whose detail is null', { result: 'SUCCESS', detail: null }, 'onTimeout'],
      ['a success whose detail is a string', { result: 'SUCCESS', detail: 'ok' }, 'onTimeout'],
      ['a success whose detail is an array', { result: 'SUCCESS', detail: [fakeOrder()] }, 'onTimeout'],
      ['a success whose detail throws when it is read', getterThatThrows, 'onTimeout'],
      ['nothing at all', undefined, 'onTimeout'],
      ['a failure without a detail', { result: 'FAIL' }, 'onFail'],
      ['a failure whose detail is a string', { result: 'FAIL', detail: 'no' }, 'onFail'],
      ['a timeout without a detail', { result: 'FAIL', message: 'Timeout' }, 'onTimeout'],
      ['a success in the old shape', { retCode: 'SUCCESS', retData: fakeOrder() }, 'onSuccess'],
      ['a failure in the old shape', { retCode: 'FAIL', retMsg: 'Declined' }, 'onFail'],
    ])('hears %s, as what it is at worst', async (_what, event, handler) => {
      openShop(card('a'), strict);
      await formIs('ready');
      iotpay.emit(event);
      await formIs('settled');
      expect(called()).toEqual({ [handler]: 1 });
    });

    it('drops every second report of the SDK', async () => {
      openShop(card('a'), strict);
      await formIs('ready');
      iotpay.timeout();
      iotpay.succeed();
      iotpay.fail();
      await formIs('settled');
      expect(called()).toEqual({ onTimeout: 1, onIgnoredOutcome: 2 });
      expect(onIgnoredOutcome).toHaveBeenCalledWith(expect.anything(), 'repeated');
    });

    it('keeps a report that comes after the card has left the page, and tells the next card once', async () => {
      const { unmount } = openShop(card('a'), strict);
      await formIs('ready');
      unmount();
      iotpay.succeed();
      await nextTask();
      expect(called()).toEqual({});
      for (let visit = 0; visit < 2; visit++) {
        const next = openShop(card('a'), strict);
        await formIs('settled');
        await expect.poll(called).toEqual({ onSuccess: 1 });
        next.unmount();
      }
      expect(iotpay.calls).toBe(1);
    });

    it('keeps a report for the payment before this one, and hears this one’s', async () => {
      const { rerender } = openShop(card('a'), strict);
      await formIs('ready');
      rerender(card('b'));
      await nextTask();
      await formIs('ready');
      iotpay.mounts[0]?.succeed();
      await nextTask();
      await formIs('ready');
      expect(called()).toEqual({});
      iotpay.mounts[1]?.fail();
      await formIs('settled');
      expect(called()).toEqual({ onFail: 1 });
      rerender(card('a'));
      await expect.poll(called).toEqual({ onFail: 1, onSuccess: 1 });
    });

    it('keeps the form open until the SDK reports something', async () => {
      vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
      try {
        openShop(card('a'), strict);
        await formIs('ready');
        await vi.advanceTimersByTimeAsync(3_600_000);
        await formIs('ready');
        expect(forms()).toHaveLength(1);
        expect(called()).toEqual({});
      } finally {
        vi.useRealTimers();
      }
    });
  });
});
