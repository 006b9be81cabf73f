import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sdkWindow } from '../../src/contract/sdk';
import { installFakeIotPay, type FakeIotPay } from '../../src/testing/index';
import { loadSdk, openForm, scriptTag, shownIn } from './fakePage';

let fake: FakeIotPay;
let endTest: () => void;

beforeEach(() => {
  fake = installFakeIotPay({ afterEach: (hook) => (endTest = hook) });
  return fake.restore;
});

afterEach(() => {
  document.body.innerHTML = '';
});

const settle = async () => {
  for (let step = 0; step < 20; step++) await Promise.resolve();
};

/** How often the iframe within `place` has fired `load` from now on. */
function watchLoads(place: Element): () => number {
  const onLoad = vi.fn();
  place.querySelector('iframe')?.addEventListener('load', onLoad);
  return () => onLoad.mock.calls.length;
}

describe('hangScript', () => {
  const loadTag = () => {
    const tag = scriptTag();
    const onEvent = vi.fn<(event: Event) => void>();
    for (const type of ['load', 'error']) tag.addEventListener(type, onEvent);
    document.head.append(tag);
    return { tag, events: () => onEvent.mock.calls.map(([{ type }]) => type) };
  };

  it('keeps the script from loading and from failing, until it is let through', async () => {
    const letThrough = fake.hangScript();
    const { events } = loadTag();
    await settle();
    expect([events(), sdkWindow().Iotpay]).toEqual([[], undefined]);
    letThrough();
    expect(events()).toEqual(['load']);
    expect(sdkWindow().Iotpay).toBeTypeOf('function');
  });

  it('lets a script arrive whose tag was taken away meanwhile, as browsers do', async () => {
    const letThrough = fake.hangScript();
    const { tag } = loadTag();
    await settle();
    tag.remove();
    letThrough();
    expect(sdkWindow().Iotpay).toBeTypeOf('function');
  });

  it('ends in an error where the script is blocked by then', async () => {
    const letThrough = fake.hangScript();
    const { events } = loadTag();
    await settle();
    fake.blockScript();
    letThrough();
    expect(events()).toEqual(['error']);
  });
});

describe('failMount', () => {
  it('makes mount() throw the test’s error, until that is mended', async () => {
    const mend = fake.failMount(new RangeError('out of forms'));
    await expect(openForm('s')).rejects.toThrow(new RangeError('out of forms'));
    expect([fake.mounts.length, fake.calls, document.querySelector('iframe')]).toEqual([0, 1, null]);
    mend();
    expect(shownIn((await openForm('s')).place)).toBe('form');
  });

  it('says that the test wanted it where the test gives no error', async () => {
    fake.failMount();
    await expect(openForm('s')).rejects.toThrow(/test called failMount/);
  });
});

describe('hangMount', () => {
  it('keeps the iframe away, until it is let in', async () => {
    const letIn = fake.hangMount();
    const { place } = await openForm('s');
    await settle();
    expect([fake.mounts.length, place.childElementCount]).toEqual([1, 0]);
    expect(() => fake.touch()).toThrow(/not on the page/);
    letIn();
    await settle();
    expect(shownIn(place)).toBe('form');
  });
});

describe('hangForm', () => {
  it('leaves the iframe empty and without a load event, until the form is let in', async () => {
    const letIn = fake.hangForm();
    const { place } = await openForm('s');
    const loads = watchLoads(place);
    await settle();
    expect([shownIn(place), loads()]).toEqual(['nothing', 0]);
    letIn();
    await settle();
    expect([shownIn(place), loads()]).toEqual(['form', 1]);
  });

  it('hangs again when the same iframe is put back, and loads it once', async () => {
    const letIn = fake.hangForm();
    const { place } = await openForm('s');
    const loads = watchLoads(place);
    await settle();
    place.remove();
    document.body.append(place);
    await settle();
    expect([shownIn(place), loads()]).toEqual(['nothing', 0]);
    letIn();
    await settle();
    expect([shownIn(place), loads()]).toEqual(['form', 1]);
  });

  it('loads an iframe that is put back after it has ended', async () => {
    const letIn = fake.hangForm();
    const { place } = await openForm('s');
    const loads = watchLoads(place);
    place.remove();
    letIn();
    await settle();
    expect(loads()).toBe(0);
    document.body.append(place);
    await settle();
    expect([shownIn(place), loads()]).toEqual(['form', 1]);
  });

  it('does not keep a customer from going into the empty iframe', async () => {
    fake.hangForm();
    const { place } = await openForm('s');
    fake.touch();
    expect(document.activeElement).toBe(place.querySelector('iframe'));
  });

  it('shows the error page, and no form, for a payment that has ended meanwhile', async () => {
    const letIn = fake.hangForm();
    const { place } = await openForm('s');
    fake.succeed();
    letIn();
    await settle();
    expect(shownIn(place)).toBe('error');
  });
});

it('all of them end with the test', async () => {
  fake.hangScript();
  fake.failMount();
  fake.hangMount();
  fake.hangForm();
  endTest();
  await loadSdk();
  const { place } = await openForm('s');
  expect(shownIn(place)).toBe('form');
});
