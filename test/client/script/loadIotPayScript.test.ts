import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { loadIotPayScript } from '../../../src/client/script/loadIotPayScript';
import { forgetPage } from '../../../src/contract/page';
import { sdkWindow, type IotPayFactory } from '../../../src/contract/sdk';

const url = 'https://ccapi.iotpaycloud.com/cc/iotpaycc.js';
const iotpay: IotPayFactory = () => ({ mount: () => undefined });

const tags = () => [...document.scripts].filter((tag) => tag.src.endsWith('iotpaycc.js'));

function theTag(): HTMLScriptElement {
  const [tag, ...more] = tags();
  expect(more).toEqual([]);
  if (!tag) throw new Error('there is no tag');
  return tag;
}

function arrive(tag = theTag()): void {
  sdkWindow().Iotpay = iotpay;
  tag.dispatchEvent(new Event('load'));
}

const fail = (tag = theTag()) => tag.dispatchEvent(new Event('error'));

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
  forgetPage();
  delete sdkWindow().Iotpay;
  for (const tag of tags()) tag.remove();
  vi.restoreAllMocks();
});

describe('loading', () => {
  it('puts one tag for the official URL into the page for all callers', async () => {
    const asked = [loadIotPayScript(), loadIotPayScript(), loadIotPayScript({ retries: 0 })];
    expect(theTag().src).toBe(url);
    arrive();
    expect(await Promise.all(asked)).toEqual([iotpay, iotpay, iotpay]);
    expect(await loadIotPayScript()).toBe(iotpay);
    expect(tags()).toHaveLength(1);
  });

  it('uses the global that is there already, without a script tag', async () => {
    sdkWindow().Iotpay = iotpay;
    expect(await loadIotPayScript()).toBe(iotpay);
    expect(tags()).toEqual([]);
  });

  it('gives the script tag the nonce', () => {
    void loadIotPayScript({ nonce: 'n0nce' });
    expect(theTag().nonce).toBe('n0nce');
  });
});

describe('a failure', () => {
  it('retries a failed load twice with growing, random pauses', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0.5);
    const asked = loadIotPayScript();
    fail();
    await vi.advanceTimersByTimeAsync(499);
    expect(tags()).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    fail();
    await vi.advanceTimersByTimeAsync(999);
    expect(tags()).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    arrive();
    expect(await asked).toBe(iotpay);
  });

  it('rejects with script_unreachable when no retry helped, and the next call loads again', async () => {
    const asked = loadIotPayScript({ retries: 0 });
    fail();
    await expect(asked).rejects.toMatchObject({ name: 'IotPayError', code: 'script_unreachable' });
    expect(tags()).toEqual([]);
    const again = loadIotPayScript();
    arrive();
    expect(await again).toBe(iotpay);
  });

  it('rejects with script_timeout when nothing comes, once, after timeoutMs', async () => {
    const asked = loadIotPayScript({ timeoutMs: 4000 });
    const expected = expect(asked).rejects.toMatchObject({ code: 'script_timeout' });
    await vi.advanceTimersByTimeAsync(3999);
    expect(tags()).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    await expected;
    expect(tags()).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('rejects with script_without_global when something else was loaded', async () => {
    const asked = loadIotPayScript();
    theTag().dispatchEvent(new Event('load'));
    await expect(asked).rejects.toMatchObject({ code: 'script_without_global' });
  });
});

describe('a tag of the page’s own', () => {
  function ownTag(): HTMLScriptElement {
    const tag = document.createElement('script');
    tag.src = url;
    document.body.append(tag);
    return tag;
  }

  it('uses the page’s own script tag while it loads', async () => {
    const own = ownTag();
    const asked = loadIotPayScript();
    expect(theTag()).toBe(own);
    arrive(own);
    expect(await asked).toBe(iotpay);
  });

  it('keeps the handlers that the page gave its own script tag', async () => {
    const own = ownTag();
    own.onload = vi.fn();
    const asked = loadIotPayScript();
    arrive(own);
    await asked;
    expect(own.onload).toHaveBeenCalledOnce();
  });

  it('replaces the page’s own script tag at once when it fails', async () => {
    const own = ownTag();
    const asked = loadIotPayScript({ retries: 0 });
    fail(own);
    await vi.advanceTimersByTimeAsync(0);
    expect(theTag()).not.toBe(own);
    arrive();
    expect(await asked).toBe(iotpay);
  });

  it('replaces the page’s own script tag at once if it had failed before', async () => {
    const own = ownTag();
    vi.stubGlobal('performance', {
      getEntriesByName: (name: string) => (name === url ? [{}] : []),
    });
    const asked = loadIotPayScript();
    await vi.advanceTimersByTimeAsync(0);
    expect(theTag()).not.toBe(own);
    arrive();
    expect(await asked).toBe(iotpay);
    vi.unstubAllGlobals();
  });

  it('waits for the page’s own script tag while the document still loads, because it may be deferred', async () => {
    const own = ownTag();
    vi.spyOn(document, 'readyState', 'get').mockReturnValue('interactive');
    vi.stubGlobal('performance', { getEntriesByName: () => [{}] });
    const asked = loadIotPayScript();
    await vi.advanceTimersByTimeAsync(0);
    expect(theTag()).toBe(own);
    arrive(own);
    expect(await asked).toBe(iotpay);
    vi.unstubAllGlobals();
  });
});

describe('the URL', () => {
  it.each([
    'https://ccdev.iotpaycloud.com/cc/iotpaycc.js',
    'http://127.0.0.1:4242/cc/iotpaycc.js',
    'http://localhost:4242/cc/iotpaycc.js',
    'http://[::1]:4242/cc/iotpaycc.js',
  ])('loads the script from %s', async (src) => {
    const asked = loadIotPayScript({ src });
    expect(theTag().src).toBe(src);
    arrive();
    await asked;
  });

  it.each([
    'http://ccapi.iotpaycloud.com/cc/iotpaycc.js',
    'https://iotpaycloud.com.evil.example/cc/iotpaycc.js',
    'https://eviliotpaycloud.com/cc/iotpaycc.js',
    'https://user:secret@ccapi.iotpaycloud.com/cc/iotpaycc.js',
    'https://127.0.0.1.evil.example/cc/iotpaycc.js',
    'http://127.evil.example/cc/iotpaycc.js',
    '//ccapi.iotpaycloud.com/cc/iotpaycc.js',
    '/cc/iotpaycc.js',
    'javascript:alert(1)',
    'data:text/javascript,alert(1)',
    '',
  ])('does not load the script from %j', async (src) => {
    await expect(loadIotPayScript({ src })).rejects.toMatchObject({ code: 'script_url_refused' });
    expect(tags()).toEqual([]);
  });

  it('loads the script from only one URL per page', async () => {
    const asked = loadIotPayScript();
    await expect(loadIotPayScript({ src: 'http://localhost:1/cc/iotpaycc.js' })).rejects.toMatchObject({
      code: 'script_conflict',
    });
    arrive();
    await asked;
  });
});
