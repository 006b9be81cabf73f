import { act, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { IotPayCard, useSecureId } from '../../src/index';
import { fakeOrder, installFakeIotPay } from '../../src/testing/index';

describe('a shop’s own test', () => {
  const iotpay = (() => {
    let installed: ReturnType<typeof installFakeIotPay> | undefined;
    afterEach(() => {
      installed?.restore();
      installed = undefined;
    });
    return () => (installed ??= installFakeIotPay());
  })();

  it('pays, with the order that it names', async () => {
    const fake = iotpay();
    const onSuccess = vi.fn();
    render(<IotPayCard secureId="s" redirect="manual" onSuccess={onSuccess} />);
    await screen.findByTitle('Card details');
    act(() => fake.succeed({ mchOrderNo: 'ORDER-7', amount: 435 }));
    expect(onSuccess).toHaveBeenCalledWith(
      expect.objectContaining({ order: fakeOrder({ mchOrderNo: 'ORDER-7', amount: 435 }) }),
    );
  });

  it('works with fake timers', async () => {
    vi.useFakeTimers();
    const fake = iotpay();
    const onTimeout = vi.fn();
    render(<IotPayCard secureId="s" onTimeout={onTimeout} />);
    await act(async () => {});
    act(() => fake.timeout());
    expect(onTimeout).toHaveBeenCalledWith(expect.objectContaining({ reason: 'timeout' }));
  });

  it('can make the script slow', async () => {
    vi.useFakeTimers();
    iotpay().delayScript(3000);
    render(<IotPayCard secureId="s" />);
    await act(() => vi.advanceTimersByTimeAsync(2999));
    expect(screen.getByRole('group').dataset.status).toBe('loading');
    await act(() => vi.advanceTimersByTimeAsync(1));
    expect(screen.getByRole('group').dataset.status).toBe('ready');
  });

  it('is told when it acts before there is a form', () => {
    expect(() => iotpay().succeed()).toThrow(/No card form is mounted yet/);
  });
});

describe('the fake', () => {
  it('takes only a selector that it finds, as the SDK does', async () => {
    const fake = installFakeIotPay();
    document.head.append(
      Object.assign(document.createElement('script'), {
        src: 'https://ccapi.iotpaycloud.com/cc/iotpaycc.js',
      }),
    );
    await Promise.resolve();
    const sdk = window.Iotpay?.('s', 'Pay');
    expect(() => sdk?.mount('#nowhere', () => undefined)).toThrow(TypeError);
    expect(() => sdk?.mount(document.body as never, () => undefined)).toThrow(TypeError);
    fake.restore();
  });

  it('leaves a clean page when it goes: no script, no global, no remembered secureId', async () => {
    const request = vi.fn(async () => 's1');
    const Checkout = () => <IotPayCard secureId={useSecureId(request, { key: 'cart' })} />;
    for (const time of [1, 2]) {
      const fake = installFakeIotPay();
      const view = render(<Checkout />);
      await act(async () => {});
      expect(request).toHaveBeenCalledTimes(time);
      expect(fake.mounts).toHaveLength(1);
      view.unmount();
      fake.restore();
      expect([
        window.Iotpay,
        document.querySelector('script'),
        Object.hasOwn(document.head, 'append'),
      ]).toEqual([undefined, null, false]);
    }
  });

  it('cleans up by itself when it is given an afterEach', () => {
    const afterThis: (() => void)[] = [];
    installFakeIotPay({ afterEach: (restore) => afterThis.push(restore) });
    expect(Object.hasOwn(document.head, 'append')).toBe(true);
    for (const restore of afterThis) restore();
    expect(Object.hasOwn(document.head, 'append')).toBe(false);
  });
});
