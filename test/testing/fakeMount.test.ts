import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { installFakeIotPay, type FakeIotPay, type FakeMount } from '../../src/testing/index';
import { openForm, shownIn } from './fakePage';

let fake: FakeIotPay;

beforeEach(() => {
  fake = installFakeIotPay({ returnUrl: null });
  return fake.restore;
});

afterEach(() => {
  document.body.innerHTML = '';
});

describe('a secureId', () => {
  it.each<[string, (form: FakeMount) => void]>([
    ['paid', (form) => form.succeed()],
    ['declined', (form) => form.fail()],
    ['undecided', (form) => form.timeout()],
    ['said something unheard of', (form) => form.emit(undefined)],
  ])('refuses a secureId once its form has %s', async (_outcome, end) => {
    await openForm('s');
    end(fake.mounts[0] as FakeMount);
    const { place, callback } = await openForm('s');
    expect(fake.mounts.map(({ refused }) => refused)).toEqual([false, true]);
    expect(shownIn(place)).toBe('error');
    expect(callback).not.toHaveBeenCalled();
  });

  it('refuses a secureId as soon as a card was sent for it, as the gateway charges it once', async () => {
    fake = installFakeIotPay({ onSubmit: () => undefined });
    const first = await openForm('s');
    first.place.querySelector('iframe')?.contentDocument?.querySelector('button')?.click();
    expect(shownIn((await openForm('s')).place)).toBe('error');
    expect(fake.mounts.map(({ refused }) => refused)).toEqual([false, true]);
    fake.mounts[0]?.succeed();
    expect(first.callback).toHaveBeenCalledOnce();
  });

  it('opens a secureId twice before it is used, and both forms can report', async () => {
    const [first, second] = [await openForm('s'), await openForm('s')];
    expect([shownIn(first.place), shownIn(second.place)]).toEqual(['form', 'form']);
    for (const form of fake.mounts) form.fail();
    expect([first.callback.mock.calls.length, second.callback.mock.calls.length]).toEqual([1, 1]);
  });

  it('does not refuse a secureId because of another one', async () => {
    await openForm('s');
    fake.succeed();
    expect(shownIn((await openForm('t')).place)).toBe('form');
  });

  it('forgets used secureIds when the test is over', async () => {
    let endTest = () => {};
    fake = installFakeIotPay({ afterEach: (hook) => (endTest = hook) });
    for (let test = 0; test < 2; test++) {
      const { place } = await openForm('s');
      expect(shownIn(place)).toBe('form');
      fake.fail();
      endTest();
    }
  });
});

describe('a refused form', () => {
  it.each<[string, (form: FakeMount) => void]>([
    ['succeed', (form) => form.succeed()],
    ['fail', (form) => form.fail()],
    ['timeout', (form) => form.timeout()],
    ['emit', (form) => form.emit({ result: 'SUCCESS' })],
  ])('throws for %s, because a test that uses a form that is not there is mistaken', async (_name, end) => {
    await openForm('secret-id');
    fake.fail();
    const { callback } = await openForm('secret-id');
    const use = () => end(fake.mounts[1] as FakeMount);
    expect(use).toThrow(/secureId was used before.*ask for a new secureId/);
    expect(use).not.toThrow(/secret-id/);
    expect(callback).not.toHaveBeenCalled();
  });

  it('throws for the fake’s own methods if a refused form was mounted last', async () => {
    await openForm('s');
    fake.fail();
    await openForm('s');
    expect(() => fake.succeed()).toThrow(/secureId was used before/);
  });
});

describe('an outcome that comes', () => {
  it('hears a late outcome, although the form is gone', async () => {
    const { place, callback } = await openForm('s');
    place.remove();
    fake.mounts[0]?.succeed();
    expect(callback).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ result: 'SUCCESS' }));
  });

  it('hears an early outcome, although the iframe is not there yet', async () => {
    fake.hangMount();
    const { callback } = await openForm('s');
    fake.timeout();
    expect(callback).toHaveBeenCalledOnce();
  });

  it('hears a second outcome that contradicts the first', async () => {
    const { callback } = await openForm('s');
    fake.fail();
    fake.succeed();
    expect(callback.mock.calls).toMatchObject([[{ result: 'FAIL' }], [{ result: 'SUCCESS' }]]);
  });
});

describe('touch', () => {
  it('moves the focus into the iframe, and away from the page', async () => {
    const { place } = await openForm('s');
    const active: (Element | null)[] = [];
    const onBlur = vi.fn(() => active.push(document.activeElement));
    window.addEventListener('blur', onBlur);
    fake.touch();
    window.removeEventListener('blur', onBlur);
    expect(active).toEqual([place.querySelector('iframe')]);
    expect(place.querySelector('iframe')?.contentDocument?.activeElement?.tagName).toBe('INPUT');
  });

  it('throws for a form that is not on the page, and touches the one that is named', async () => {
    const [first, second] = [await openForm('s'), await openForm('t')];
    fake.mounts[0]?.touch();
    expect(document.activeElement).toBe(first.place.querySelector('iframe'));
    second.place.remove();
    expect(() => fake.touch()).toThrow(/not on the page/);
  });
});
