import { act, render, screen } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { IotPayCard } from '../../src/index';
import type { IotPayMode, IotPaySdkEvent } from '../../src/contract/sdk';
import {
  fakeOrder,
  fakeSavedCard,
  installFakeIotPay,
  type FakeIotPay,
  type FakeIotPayOptions,
  type FakeMount,
} from '../../src/testing/index';
import { loadSdk } from './fakePage';

let fake: FakeIotPay;

beforeEach(() => {
  fake = installFakeIotPay();
  return fake.restore;
});

const settle = () => act(async () => {});

describe('an outcome', () => {
  it('reports a payment, with the order that the test names', async () => {
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

  it('reports a saved card if the form saves one', async () => {
    const onSuccess = vi.fn();
    render(<IotPayCard mode="Add" secureId="s" onSuccess={onSuccess} />);
    await settle();
    act(() => fake.succeed({ holder: 'Ada Morgan' }));
    expect(onSuccess).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ card: fakeSavedCard({ holder: 'Ada Morgan' }) }),
    );
  });

  it('reports a refusal, in the words that the test gives', async () => {
    const onFail = vi.fn();
    render(<IotPayCard secureId="s" onFail={onFail} />);
    await settle();
    act(() => fake.fail('Insufficient funds'));
    expect(onFail).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ status: 'failed', message: 'Insufficient funds' }),
    );
  });

  it('reports an unknown outcome for a timeout', async () => {
    const onTimeout = vi.fn();
    render(<IotPayCard secureId="s" onTimeout={onTimeout} />);
    await settle();
    act(() => fake.timeout());
    expect(onTimeout).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ reason: 'timeout' }));
  });

  it('reports any event that the test emits', async () => {
    const callback = vi.fn();
    document.body.innerHTML = '<div id="place"></div>';
    (await loadSdk())('s', 'Pay').mount('#place', callback);
    const odd = { retCode: 'SUCCESS' };
    fake.emit(odd);
    fake.emit(undefined);
    expect(callback.mock.calls).toEqual([[odd], [undefined]]);
  });

  it('reports an outcome to the form that was mounted last, or to the one that is named', async () => {
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

  it('throws for an outcome before there is a form, and says what to wait for', () => {
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

describe('where the gateway sends the customer', () => {
  /** The `redirectUrl` of a form's outcome, or that it has none. */
  async function redirectUrlOf(
    end: (form: FakeMount) => void,
    install: FakeIotPayOptions = {},
    mode: IotPayMode = 'Pay',
  ): Promise<unknown> {
    fake = installFakeIotPay(install);
    document.body.innerHTML = '<div id="place"></div>';
    const callback = vi.fn<(event: IotPaySdkEvent) => void>();
    (await loadSdk())('s', mode).mount('#place', callback);
    end(fake.mounts[0] as FakeMount);
    const { retData = {} } = callback.mock.calls[0]?.[0].detail ?? {};
    return 'redirectUrl' in retData ? retData.redirectUrl : 'left out';
  }

  const returnUrl = 'https://tea.example/thanks?lang=fr#top';

  it.each<[string, (form: FakeMount) => void, IotPayMode, string]>([
    ['a payment', (form) => form.succeed(), 'Pay', 'retCode=SUCCESS&status=2&mchOrderNo=ORDER-1'],
    [
      'an order that the test names',
      (form) => form.succeed({ status: 0, mchOrderNo: 'O 7' }),
      'Pay',
      'retCode=SUCCESS&status=0&mchOrderNo=O+7',
    ],
    [
      'an order without a status',
      (form) => form.succeed({ status: undefined as never }),
      'Pay',
      'retCode=SUCCESS&mchOrderNo=ORDER-1',
    ],
    [
      'a refusal',
      (form) => form.fail('No & no'),
      'Pay',
      'retCode=FAIL&retMsg=No+%26+no&status=9&mchOrderNo=ORDER-1',
    ],
    ['a saved card', (form) => form.succeed(), 'Add', 'retCode=SUCCESS'],
    ['a card that was not saved', (form) => form.fail('No'), 'Add', 'retCode=FAIL&retMsg=No'],
  ])(
    'sends the customer to the shop’s returnUrl, with the result of %s in its query',
    async (_what, end, mode, query) => {
      expect(await redirectUrlOf(end, { returnUrl }, mode)).toBe(
        `https://tea.example/thanks?lang=fr&${query}#top`,
      );
    },
  );

  it('sends the customer to a shop that does not exist if the test names none', async () => {
    const url = await redirectUrlOf((form) => form.succeed());
    expect(url).toMatch(/^https:\/\/shop\.example\/return\?retCode=SUCCESS&/);
  });

  it('sends the customer to the address that the test gives a single outcome, or nowhere', async () => {
    const own = 'https://elsewhere.example/';
    expect(await redirectUrlOf((form) => form.succeed({ redirectUrl: own }))).toBe(own);
    expect(await redirectUrlOf((form) => form.succeed({ redirectUrl: undefined }))).toBe('left out');
  });

  it('sends the customer nowhere if returnUrl is null', async () => {
    expect(await redirectUrlOf((form) => form.succeed(), { returnUrl: null })).toBe('left out');
    expect(await redirectUrlOf((form) => form.fail(), { returnUrl: null })).toBe('left out');
  });

  it.each(['/thanks', '', 'shop'])('refuses the returnUrl %j, which is not absolute', (relative) => {
    expect(() => installFakeIotPay({ returnUrl: relative })).toThrow(/returnUrl.*absolute URL/);
  });
});
