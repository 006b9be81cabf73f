import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { chooseLanguage, sayIn } from '../../../src/sandbox/browser/languages/say';
import { installFakeIotPay, type FakeIotPay } from '../../../src/testing/index';
import { loadSdk, openForm, shownIn } from '../fakePage';

let fake: FakeIotPay;

beforeEach(() => {
  fake = installFakeIotPay();
  return fake.restore;
});

afterEach(() => {
  document.body.innerHTML = '';
  vi.useRealTimers();
});

/** Opens a form as a page would, and listens to its iframe as soon as that is there. */
async function watchForm(): Promise<{ place: HTMLElement; loads: () => number }> {
  const Iotpay = await loadSdk();
  const place = document.body.appendChild(document.createElement('div'));
  place.id = 'place';
  const onLoad = vi.fn();
  new MutationObserver(() => place.querySelector('iframe')?.addEventListener('load', onLoad)).observe(place, {
    childList: true,
  });
  Iotpay('s', 'Pay').mount('#place', vi.fn());
  return { place, loads: () => onLoad.mock.calls.length };
}

/** Lets all that jsdom has begun come to its end. */
const settle = async () => {
  for (let step = 0; step < 20; step++) await Promise.resolve();
};

describe.each(['en', 'fr-CA', 'zh-Hans', 'de'])('for a customer who reads %s', (locale) => {
  const say = sayIn(chooseLanguage([locale]));

  it('gives the iframe the same title as the sandbox', async () => {
    fake = installFakeIotPay({ locale });
    const { place } = await openForm('s');
    expect(place.querySelector('iframe')?.title).toBe(say('Secure card form'));
  });

  it('shows the same texts on the error page as the sandbox', async () => {
    fake = installFakeIotPay({ locale });
    await openForm('s');
    fake.fail();
    const page = (await openForm('s')).place.querySelector('iframe')?.contentDocument;
    expect(page?.querySelector('h1')?.textContent).toBe(say('This page has been used'));
    expect(page?.querySelector('p')?.textContent).toBe(say('Go back to the shop to see how it ended.'));
  });
});

describe('an iframe', () => {
  it('fires load once for each time that it is put into the page, when its form is there', async () => {
    const { place, loads } = await watchForm();
    await settle();
    expect(loads()).toBe(1);
    for (const time of [2, 3]) {
      place.remove();
      await settle();
      document.body.append(place);
      await settle();
      expect([loads(), shownIn(place)]).toEqual([time, 'form']);
    }
  });

  it('loads again while the test’s timers stand still', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'setInterval', 'queueMicrotask', 'Date'] });
    const { place } = await openForm('s');
    await settle();
    place.remove();
    document.body.append(place);
    await settle();
    expect(shownIn(place)).toBe('form');
  });

  it('forgets the input when an iframe is put back, as it loads again', async () => {
    const { place } = await openForm('s');
    const firstField = () => place.querySelector('iframe')?.contentDocument?.querySelector('input');
    Object.assign(firstField() ?? {}, { value: '4242' });
    place.remove();
    document.body.append(place);
    await settle();
    expect(firstField()?.value).toBe('');
  });

  it('inserts an iframe although its place leaves the page at once, and shows its form when that comes back', async () => {
    const { place, loads } = await watchForm();
    place.remove();
    await settle();
    expect(loads()).toBe(0);
    document.body.append(place);
    await settle();
    expect([loads(), shownIn(place)]).toEqual([1, 'form']);
  });
});
