// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  sdkWindow,
  type IotPaySdkOptions,
  type IotPayFactory,
  type IotPaySdkEvent,
} from '../../../../src/contract/sdk';
import { readFrameRequest } from '../../../../src/sandbox/browser/script/frameMessages';

const gateway = 'http://127.0.0.1:4242';
const secureId = 'a'.repeat(64);
const paid: IotPaySdkEvent = { result: 'SUCCESS', detail: { retCode: 'SUCCESS' } };

/** Runs the script as a tag of the page would. */
async function loadScript(): Promise<IotPayFactory> {
  const script = document.createElement('script');
  script.src = `${gateway}/cc/iotpaycc.js`;
  vi.spyOn(document, 'currentScript', 'get').mockReturnValue(script);
  vi.resetModules();
  await import('../../../../src/sandbox/browser/script/hostedScript');
  const { Iotpay } = sdkWindow();
  if (!Iotpay) throw new Error('The script defined nothing');
  return Iotpay;
}

const frames = () => [...document.querySelectorAll('iframe')];

/** Mounts a form and waits for its frame. */
async function mountForm(options?: IotPaySdkOptions) {
  const callback = vi.fn();
  const Iotpay = await loadScript();
  Iotpay(secureId, 'Pay', options).mount('#form', callback);
  vi.advanceTimersByTime(1000);
  const [frame] = frames().slice(-1);
  if (!frame) throw new Error('There is no frame');
  const request = readFrameRequest(new URL(frame.src).hash);
  const send = (data: object, origin = gateway) =>
    window.dispatchEvent(new MessageEvent('message', { data, origin }));
  return { callback, frame, request, send, id: request?.frame };
}

beforeEach(() => {
  vi.useFakeTimers();
  document.body.innerHTML = '<div id="form"></div>';
  delete sdkWindow().Iotpay;
});

describe('Iotpay', () => {
  it('the hosted script defines no global but Iotpay', async () => {
    const before = new Set(Object.keys(window));

    await loadScript();

    expect(Object.keys(window).filter((name) => !before.has(name))).toEqual(['Iotpay']);
  });

  it('takes nothing but a selector for its place', async () => {
    const Iotpay = await loadScript();
    const element = document.body as unknown as string;

    expect(() => Iotpay(secureId, 'Pay').mount(element, vi.fn())).toThrow(TypeError);
  });

  it('looks for its place when it is mounted, and throws when there is none', async () => {
    const Iotpay = await loadScript();
    const form = Iotpay(secureId, 'Pay');

    expect(() => form.mount('#later', vi.fn())).toThrow(TypeError);
    document.body.innerHTML = '<div id="later"></div>';
    expect(() => form.mount('#later', vi.fn())).not.toThrow();
  });

  it('puts one frame of the gateway into its place, a little later', async () => {
    const Iotpay = await loadScript();

    Iotpay(secureId, 'Add').mount('#form', vi.fn());

    expect(frames()).toHaveLength(0);
    vi.advanceTimersByTime(1000);
    expect(frames()).toHaveLength(1);
    const [frame] = frames();
    expect(frame?.parentElement?.id).toBe('form');
    expect(frame?.src).toMatch(`${gateway}/cc/frame?key=${secureId}&mode=Add#`);
    expect(frame?.title).toBe('Secure card form');
  });

  it('hands the options and its own origin to the frame, where no server sees them', async () => {
    const options: IotPaySdkOptions = { darkMode: true, theme: 'card', button: { text: 'Buy & go #1' } };

    const { request } = await mountForm(options);

    expect(request).toEqual({ shop: location.origin, frame: expect.any(String) as unknown, options });
  });

  it('hands over the options that it was called with, although the shop changes its object later', async () => {
    const Iotpay = await loadScript();
    const button = { text: 'Pay the first' };
    const form = Iotpay(secureId, 'Pay', { button });
    button.text = 'Pay the second';

    form.mount('#form', vi.fn());
    vi.advanceTimersByTime(1000);

    const request = readFrameRequest(new URL(frames()[0]?.src ?? '').hash);
    expect(request?.options).toEqual({ button: { text: 'Pay the first' } });
  });

  it.each([
    [['fr-CA', 'en'], 'Formulaire de carte sécurisé'],
    [['de', 'zh-CN'], '安全银行卡表单'],
    [['de'], 'Secure card form'],
  ])('names the frame for a customer who reads %j', async (languages, title) => {
    vi.spyOn(navigator, 'languages', 'get').mockReturnValue(languages);

    const { frame } = await mountForm();

    expect(frame.title).toBe(title);
  });

  it('makes the frame as high as its page says', async () => {
    const { frame, send, id } = await mountForm();

    send({ frame: id, height: 321 });

    expect(frame.style.height).toBe('321px');
  });

  it('calls back with what happened', async () => {
    const { callback, send, id } = await mountForm();

    send({ frame: id, events: [paid], delayMs: 0 });
    vi.advanceTimersByTime(0);

    expect(callback.mock.calls).toEqual([[paid]]);
  });

  it('calls back twice where the gateway says it twice', async () => {
    const { callback, send, id } = await mountForm();

    send({ frame: id, events: [paid, paid], delayMs: 0 });
    vi.advanceTimersByTime(1000);

    expect(callback.mock.calls).toEqual([[paid], [paid]]);
  });

  it('calls back late, even for a place that is gone', async () => {
    const { callback, send, id } = await mountForm();

    send({ frame: id, events: [paid], delayMs: 500 });
    document.body.innerHTML = '';
    vi.advanceTimersByTime(499);
    expect(callback).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);

    expect(callback).toHaveBeenCalledTimes(1);
    send({ frame: id, events: [paid], delayMs: 0 });
    vi.advanceTimersByTime(0);
    expect(callback).toHaveBeenCalledTimes(2);
  });

  it('hears only its own frame', async () => {
    const first = await mountForm();
    const second = await mountForm();

    first.send({ frame: second.id, events: [paid], delayMs: 0 });
    first.send({ frame: first.id, events: [paid], delayMs: 0 }, 'https://evil.example');
    first.send({ frame: first.id, events: 'paid' });
    vi.advanceTimersByTime(1000);

    expect(first.callback).not.toHaveBeenCalled();
    expect(second.callback).toHaveBeenCalledTimes(1);
  });
});
