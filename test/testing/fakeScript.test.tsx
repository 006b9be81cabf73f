import { act, render } from '@testing-library/react';
import { preload } from 'react-dom';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { sdkWindow } from '../../src/contract/sdk';
import { IotPayCard } from '../../src/index';
import { installFakeIotPay, type FakeIotPay } from '../../src/testing/index';
import { cardStatus, loadSdk, scriptTag, scriptUrl } from './fakePage';

let fake: FakeIotPay;

beforeEach(() => {
  fake = installFakeIotPay();
  return fake.restore;
});

const settle = () => act(async () => {});

describe('the script', () => {
  it('blocks the script until the test lets it through again', async () => {
    const letThrough = fake.blockScript();
    const onError = vi.fn();
    const card = () => <IotPayCard secureId="s" script={{ retries: 0 }} onError={onError} />;
    const { unmount } = render(card());
    await settle();
    expect(onError).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ code: 'script_unreachable' }));
    unmount();
    letThrough();
    render(card());
    await settle();
    expect(cardStatus()).toBe('ready');
  });

  it('delays the script as long as the test says', async () => {
    vi.useFakeTimers();
    fake.delayScript(3000);
    render(<IotPayCard secureId="s" />);
    await act(() => vi.advanceTimersByTimeAsync(2999));
    expect(cardStatus()).toBe('loading');
    await act(() => vi.advanceTimersByTimeAsync(1));
    expect(cardStatus()).toBe('ready');
  });

  it.each(['append', 'appendChild', 'insertBefore'] as const)(
    'answers a script tag that is put into the head by %s, without a request',
    async (way) => {
      const tag = scriptTag(`${scriptUrl}?v=1`);
      const onLoad = vi.fn();
      tag.addEventListener('load', onLoad);
      if (way === 'insertBefore') document.head.insertBefore(tag, null);
      else document.head[way](tag);
      await settle();
      expect(onLoad).toHaveBeenCalledOnce();
      expect(sdkWindow().Iotpay).toBeTypeOf('function');
      expect(tag.type).toBe('text/plain');
    },
  );

  it('leaves the shop’s own scripts and styles as they are', () => {
    const tag = scriptTag('https://shop.example/app.js');
    document.head.append(tag, 'text');
    expect([tag.type, tag.isConnected]).toEqual(['', true]);
    tag.remove();
  });

  it('answers a preload of the script without a request', () => {
    preload(scriptUrl, { as: 'script' });
    const hint = document.head.querySelector('link[rel=preload]');
    expect(hint).not.toBeNull();
    expect(hint?.getAttribute('href')).toBeNull();
    hint?.remove();
  });

  it('takes the place of the page’s own tag and global, and gives it back', async () => {
    fake.restore();
    const own = scriptTag();
    const real = vi.fn();
    document.body.append(own);
    sdkWindow().Iotpay = real as never;
    fake = installFakeIotPay();
    render(<IotPayCard secureId="s" />);
    await settle();
    expect(fake.mounts).toHaveLength(1);
    expect(real).not.toHaveBeenCalled();
    fake.restore();
    expect([sdkWindow().Iotpay, own.parentNode]).toEqual([real, document.body]);
    own.remove();
    delete sdkWindow().Iotpay;
  });
});

describe('with fake timers', () => {
  it('works with fake timers without a tick', async () => {
    vi.useFakeTimers();
    const onTimeout = vi.fn();
    render(<IotPayCard secureId="s" onTimeout={onTimeout} />);
    await settle();
    act(() => fake.timeout());
    expect(onTimeout).toHaveBeenCalledOnce();
  });

  it('needs no tick of its own where they stop microtasks too, as Jest’s do', async () => {
    vi.useFakeTimers({ toFake: ['queueMicrotask', 'setTimeout'] });
    document.body.innerHTML = '<div id="place"></div>';
    (await loadSdk())('s', 'Pay').mount('#place', vi.fn());
    await Promise.resolve();
    expect(document.querySelector('#place iframe')).not.toBeNull();
  });

  it('shows the form step by step there, as Testing Library’s findBy does', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'queueMicrotask', 'Date'] });
    render(<IotPayCard secureId="s" />);
    for (let step = 0; step < 5; step++) await act(() => vi.advanceTimersByTimeAsync(50));
    expect(cardStatus()).toBe('ready');
  });
});
