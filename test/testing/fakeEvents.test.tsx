import { act, render, screen } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { IotPayCard } from '../../src/index';
import { fakeOrder, fakeSavedCard, installFakeIotPay, type FakeIotPay } from '../../src/testing/index';
import { loadSdk } from './fakePage';

let fake: FakeIotPay;

beforeEach(() => {
  fake = installFakeIotPay();
  return fake.restore;
});

const settle = () => act(async () => {});

describe('an outcome', () => {
  it('is a payment, with the order that the test names', async () => {
    const onSuccess = vi.fn();
    render(<IotPayCard secureId="s" redirect="manual" onSuccess={onSuccess} />);
    await screen.findByTitle('Card details');
    act(() => fake.succeed({ mchOrderNo: 'ORDER-7', amount: 435, redirectUrl: 'https://shop.example/' }));
    expect(onSuccess).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({
        order: fakeOrder({ mchOrderNo: 'ORDER-7', amount: 435 }),
        redirectUrl: 'https://shop.example/',
      }),
    );
  });

  it('is a saved card where the form saves one', async () => {
    const onSuccess = vi.fn();
    render(<IotPayCard mode="Add" secureId="s" onSuccess={onSuccess} />);
    await settle();
    act(() => fake.succeed({ holder: 'Ada Morgan' }));
    expect(onSuccess).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ card: fakeSavedCard({ holder: 'Ada Morgan' }) }),
    );
  });

  it('is a refusal, in the words that the test gives', async () => {
    const onFail = vi.fn();
    render(<IotPayCard secureId="s" onFail={onFail} />);
    await settle();
    act(() => fake.fail('Insufficient funds'));
    expect(onFail).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ status: 'failed', message: 'Insufficient funds' }),
    );
  });

  it('is nobody’s knowledge after a timeout', async () => {
    const onTimeout = vi.fn();
    render(<IotPayCard secureId="s" onTimeout={onTimeout} />);
    await settle();
    act(() => fake.timeout());
    expect(onTimeout).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ reason: 'timeout' }));
  });

  it('is whatever the test emits', async () => {
    const callback = vi.fn();
    document.body.innerHTML = '<div id="place"></div>';
    (await loadSdk())('s', 'Pay').mount('#place', callback);
    const odd = { retCode: 'SUCCESS' };
    fake.emit(odd);
    fake.emit(undefined);
    expect(callback.mock.calls).toEqual([[odd], [undefined]]);
  });

  it('goes to the form that was mounted last, or to the one that is named', async () => {
    const [first, second] = [vi.fn(), vi.fn()];
    render(
      <>
        <IotPayCard secureId="first" onFail={first} />
        <IotPayCard secureId="second" onFail={second} />
      </>,
    );
    await settle();
    act(() => fake.fail());
    expect([first.mock.calls.length, second.mock.calls.length]).toEqual([0, 1]);
    act(() => fake.mounts[0]?.fail());
    expect([first.mock.calls.length, second.mock.calls.length]).toEqual([1, 1]);
  });

  it('can’t come before there is a form, and the error says what to wait for', () => {
    for (const end of ['succeed', 'fail', 'timeout'] as const)
      expect(() => fake[end]()).toThrow(/No card form is mounted yet/);
  });
});

it('tells what each form was opened with', async () => {
  render(<IotPayCard mode="Add" secureId="s" options={{ theme: 'card' }} />);
  await settle();
  expect(fake.mounts).toHaveLength(1);
  expect(fake.mounts[0]).toMatchObject({ secureId: 's', mode: 'Add', options: { theme: 'card' } });
  const host = document.querySelector(fake.mounts[0]?.selector ?? '');
  expect(host?.querySelector('iframe')).toBe(screen.getByTitle('Card details'));
});
