import { fireEvent } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sdkWindow } from '../../src/contract/sdk';
import { IotPayCard, type IotPayFactory, type IotPaySdkEvent, type IotPaySdkInstance } from '../../src/index';
import { fakeOrder } from '../../src/testing/fakeData';
import { pageCounts } from './page';
import { formIs, forms, nextTask, openShop } from './shop';

const paid: IotPaySdkEvent = {
  result: 'SUCCESS',
  detail: { retCode: 'SUCCESS', retData: { ...fakeOrder() } },
};

function putForm(selector: string): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  frame.srcdoc = '<p>card form';
  document.querySelector(selector)?.append(frame);
  return frame;
}

const works: IotPayFactory = () => ({ mount: putForm });

describe.each([true, false])('with StrictMode %s', (strict) => {
  const onSuccess = vi.fn();
  const onError = vi.fn();
  const onReady = vi.fn();
  const card = <IotPayCard secureId="a" redirect="manual" {...{ onSuccess, onError, onReady }} />;

  /** The page's script is there already, and it is this one. */
  const openWith = (iotpay: IotPayFactory) => {
    sdkWindow().Iotpay = iotpay;
    return openShop(card, strict);
  };
  const errorCode = () => (onError.mock.lastCall as [{ code: string }] | undefined)?.[0].code;

  beforeEach(() => {
    vi.clearAllMocks();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('takes an outcome that comes while the SDK still mounts, and shows no form that comes after it', async () => {
    openWith(() => ({
      mount(selector, callback) {
        const place = document.querySelector(selector);
        callback(paid);
        place?.append(document.createElement('iframe'));
      },
    }));
    await formIs('settled');
    expect(onSuccess).toHaveBeenCalledTimes(1);
    await nextTask();
    await formIs('settled');
    expect(forms()).toEqual([]);
    expect([onReady.mock.calls.length, onError.mock.calls.length]).toEqual([0, 0]);
    expect(pageCounts()).toMatchObject({ calls: 1, mounts: 1 });
  });

  it('believes an outcome, not the error that the SDK throws after it', async () => {
    openWith(() => ({
      mount(_selector, callback) {
        callback(paid);
        throw new TypeError('too late');
      },
    }));
    await formIs('settled');
    expect([onSuccess.mock.calls.length, onError.mock.calls.length]).toEqual([1, 0]);
  });

  it.each<[string, IotPayFactory]>([
    [
      'mount() throws',
      () => ({
        mount() {
          throw new TypeError('no mount');
        },
      }),
    ],
    [
      'Iotpay() throws',
      () => {
        throw new TypeError('no form');
      },
    ],
    ['Iotpay() returns undefined', () => undefined as unknown as IotPaySdkInstance],
    [
      'mount() throws with its form half built',
      (...args) => ({
        mount(selector, callback) {
          works(...args).mount(selector, callback);
          throw new TypeError('half a form');
        },
      }),
    ],
  ])('says that there is no form when %s, and tries again when asked', async (_what, broken) => {
    let factory = broken;
    const { getByRole } = openWith((...args) => factory(...args));
    await formIs('failed');
    expect(errorCode()).toBe('mount_failed');
    expect((onError.mock.lastCall as [Error])[0].cause).toBeInstanceOf(TypeError);
    expect(forms()).toEqual([]);

    factory = works;
    fireEvent.click(getByRole('button', { name: 'Try again' }));
    await formIs('ready');
    expect(forms()).toHaveLength(1);
    expect([onError.mock.calls.length, onReady.mock.calls.length]).toEqual([1, 1]);
  });

  it('waits for a form that comes after 5 seconds', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    openWith(() => ({ mount: (selector) => void setTimeout(() => putForm(selector), 5_000) }));
    await nextTask();
    await vi.advanceTimersByTimeAsync(4_999);
    await formIs('loading');
    await vi.advanceTimersByTimeAsync(1);
    await formIs('ready');
    await vi.advanceTimersByTimeAsync(60_000);
    expect([onReady.mock.calls.length, onError.mock.calls.length]).toEqual([1, 0]);
  });

  it('says after 15 seconds that no form came, and is ready when one comes after all', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    let late = () => {};
    openWith(() => ({ mount: (selector) => void (late = () => putForm(selector)) }));
    await nextTask();
    await vi.advanceTimersByTimeAsync(15_000);
    await formIs('failed');
    late();
    await formIs('ready');
    expect(forms()[0]?.checkVisibility()).toBe(true);
    expect([onReady.mock.calls.length, onError.mock.calls.length]).toEqual([1, 1]);
    expect(pageCounts()).toMatchObject({ calls: 1, mounts: 1 });
  });

  it('asks for another form after 15 seconds without one, but only when the customer says so, and the first then stays away', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    let late = () => {};
    let factory: IotPayFactory = () => ({ mount: (selector) => void (late = () => putForm(selector)) });
    const { getByRole } = openWith((...args) => factory(...args));
    await nextTask();
    await vi.advanceTimersByTimeAsync(14_999);
    await formIs('loading');
    await vi.advanceTimersByTimeAsync(1);
    await formIs('failed');
    expect(errorCode()).toBe('form_timeout');
    expect(pageCounts().mounts).toBe(1);

    factory = works;
    fireEvent.click(getByRole('button', { name: 'Try again' }));
    await formIs('ready');
    late();
    expect(forms()).toHaveLength(1);
    expect(pageCounts().mounts).toBe(2);
    expect(onError).toHaveBeenCalledTimes(1);
  });

  it('waits for a form as long as the shop says', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    sdkWindow().Iotpay = () => ({ mount: () => undefined });
    openShop(<IotPayCard secureId="a" formTimeoutMs={2_000} onError={onError} />, strict);
    await nextTask();
    await vi.advanceTimersByTimeAsync(1_999);
    await formIs('loading');
    await vi.advanceTimersByTimeAsync(1);
    await formIs('failed');
    expect(errorCode()).toBe('form_timeout');
  });
});
