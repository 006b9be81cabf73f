import { act, render } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { sdkWindow } from '../../src/contract/sdk';
import { IotPayCard, useSecureId } from '../../src/index';
import { installFakeIotPay, type FakeIotPay } from '../../src/testing/index';
import { loadSdk } from './fakePage';

let fake: FakeIotPay;

beforeEach(() => {
  fake = installFakeIotPay();
  return fake.restore;
});

const settle = () => act(async () => {});

describe('when it goes', () => {
  const pristine = () => [
    sdkWindow().Iotpay,
    document.querySelector('script'),
    ...['append', 'appendChild', 'insertBefore'].map((way) => Object.hasOwn(document.head, way)),
  ];

  it('leaves a clean page: no script, no global, no remembered secureId', async () => {
    const request = vi.fn(async () => 's1');
    const Checkout = () => <IotPayCard secureId={useSecureId(request, { key: 'cart' })} />;
    for (const time of [1, 2]) {
      fake = installFakeIotPay();
      const view = render(<Checkout />);
      await settle();
      expect(request).toHaveBeenCalledTimes(time);
      expect(fake.mounts).toHaveLength(1);
      view.unmount();
      fake.restore();
      expect(pristine()).toEqual([undefined, null, false, false, false]);
    }
  });

  it('removes its iframes when it goes, including those that no component removes', async () => {
    document.body.innerHTML = '<div id="place"></div>';
    (await loadSdk())('s', 'Pay').mount('#place', vi.fn());
    await settle();
    expect(document.querySelector('iframe')).not.toBeNull();
    fake.restore();
    expect(document.querySelector('iframe')).toBeNull();
  });

  it('lets a second fake replace it, and then can’t remove that one', async () => {
    await loadSdk();
    const second = installFakeIotPay();
    fake.restore();
    render(<IotPayCard secureId="s" />);
    await settle();
    expect([fake.mounts.length, second.mounts.length]).toEqual([0, 1]);
    second.restore();
    expect(pristine()).toEqual([undefined, null, false, false, false]);
  });
});

describe('with a test framework’s afterEach', () => {
  function install() {
    let cleanUp = () => {};
    fake = installFakeIotPay({ afterEach: (hook) => (cleanUp = hook) });
    return () => cleanUp();
  }

  it('is a new fake in each test with a test framework’s afterEach', async () => {
    const cleanUp = install();
    const request = vi.fn(async () => 's1');
    const Checkout = () => <IotPayCard secureId={useSecureId(request, { key: 'cart' })} />;
    for (const time of [1, 2]) {
      const view = render(<Checkout />);
      await settle();
      expect([fake.mounts.length, fake.calls, request.mock.calls.length]).toEqual([1, 1, time]);
      fake.blockScript();
      fake.delayScript(1000);
      view.unmount();
      cleanUp();
    }
    expect([fake.mounts.length, fake.calls]).toEqual([0, 0]);
  });

  it('stays away once it was removed', () => {
    const cleanUp = install();
    fake.restore();
    cleanUp();
    expect(Object.hasOwn(document.head, 'append')).toBe(false);
  });
});
