import { act, screen } from '@testing-library/react';
import { en, fr, IotPayProvider, zh } from 'react-iotpay';
import { describe, expect, it, vi } from 'vitest';
import { textsOf } from '../comingApi';
import { createPagelessFrame } from '../history/page/pagelessFrame';
import {
  answering,
  Checkout,
  createTab,
  frames,
  pass,
  plainCard,
  press,
  restored,
  letPageRest,
  show,
  sleep,
  statuses,
  openPages,
  installOwnSdk,
} from './checkoutPage';

const iotpay = openPages();

const notCharged = /You have not been charged|Aucun montant n’a été débité|您尚未被扣款/;

const page = () => document.body.textContent;

describe.each([
  ['English', 'en'],
  ['French', 'fr'],
  ['Chinese', 'zh'],
])('that the customer has not been charged is said in %s', (_, locale) => {
  const inLanguage = (card: React.ReactElement) => (
    <IotPayProvider locale={locale} languages={[fr, zh]}>
      {card}
    </IotPayProvider>
  );

  it('says that the customer has not been charged only while no form of the payment was on the page', async () => {
    iotpay.blockScript();
    const tab = createTab();
    await tab.show(inLanguage(plainCard({ secureId: 'a', script: { retries: 0 }, onError: vi.fn() })));
    expect(screen.getByRole('alert').textContent).toMatch(notCharged);
    await tab.show(null);

    installOwnSdk((host) => host.append(createPagelessFrame()));
    await tab.show(inLanguage(plainCard({ secureId: 'b', onError: vi.fn() })));
    await pass(16_000);
    expect(statuses()).toEqual(['failed']);
    expect(screen.getByRole('alert').textContent).toBeTruthy();
    expect(page()).not.toMatch(notCharged);
  });

  it('does not say that the customer has not been charged when the shop’s server could not be asked', async () => {
    await show(inLanguage(<Checkout request={answering(new Error('502'))} onError={vi.fn()} />));
    expect(screen.getByRole('alert').textContent).toBeTruthy();
    expect(page()).not.toMatch(notCharged);
  });

  it('does not say that the customer has not been charged if a paid payment is shown again', async () => {
    const tab = createTab();
    await tab.show(inLanguage(plainCard({ secureId: 'a' })));
    act(() => iotpay.succeed());
    await tab.show(null);
    await tab.show(inLanguage(plainCard({ secureId: 'a', onError: vi.fn() })));
    expect([statuses(), screen.queryByRole('alert')]).toEqual([['settled'], null]);
    expect(page()).not.toMatch(notCharged);
  });
});

it('says of a form that failed after it was on the page that a receipt comes if it was paid', async () => {
  installOwnSdk((host) => host.append(createPagelessFrame()));
  await show(plainCard({ secureId: 'a', onError: vi.fn() }));
  await pass(16_000);
  expect(screen.getByRole('alert').textContent).toContain('If you have paid, you will get a receipt');
});

describe('after a decline', () => {
  it.each([
    ['en', en],
    ['fr', fr],
    ['zh', zh],
  ])(
    'says that the card was declined and offers another card in the language %s',
    async (locale, language) => {
      const { declined, tryAnotherCard } = textsOf(language);
      await show(
        <IotPayProvider locale={locale} languages={[fr, zh]}>
          <Checkout request={answering('a', 'b')} />
        </IotPayProvider>,
      );
      act(() => iotpay.fail());
      await letPageRest();
      expect(tryAnotherCard).toBeTruthy();
      expect(screen.getByRole('alert').textContent).toContain(declined);
      expect(screen.getByRole('button').textContent).toBe(tryAnotherCard);
    },
  );

  it('only says that the card was declined for a plain string, because the shop gets its next secureId', async () => {
    const onFail = vi.fn();
    await show(plainCard({ secureId: 'a', onFail }));
    act(() => iotpay.fail());
    await letPageRest();
    expect(onFail).toHaveBeenCalledOnce();
    expect(screen.getByRole('alert').textContent).toContain(textsOf(en).declined);
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('still shows the message and the way on when the customer comes back by the back button', async () => {
    const request = answering('a', 'b');
    await show(<Checkout request={request} />);
    act(() => iotpay.fail());
    await letPageRest();
    await sleep(1000, restored());
    expect([statuses(), frames()]).toEqual([['settled'], []]);
    expect(screen.getByRole('alert').textContent).toContain(textsOf(en).declined);
    await press('Try another card');
    expect(iotpay.mounts.map(({ secureId }) => secureId)).toEqual(['a', 'b']);
  });
});

it.each([
  ['a payment', 'Pay', () => iotpay.succeed(), 'paid'],
  ['a saved card', 'Add', () => iotpay.succeed(), 'cardSaved'],
  ['an unknown payment', 'Pay', () => iotpay.timeout(), 'confirming'],
] as const)('says politely how %s stands, and offers nothing', async (_, mode, end, key) => {
  await show(plainCard({ secureId: 'a', mode }));
  act(end);
  await letPageRest();
  expect(textsOf(en)[key]).toBeTruthy();
  expect(screen.getByRole('status').textContent).toContain(textsOf(en)[key]);
  expect([screen.queryByRole('alert'), screen.queryByRole('button')]).toEqual([null, null]);
});

it('is idle and shows nothing for secureId={null}', async () => {
  await show(plainCard({ secureId: null }));
  expect(statuses()).toEqual(['idle']);
  expect(page()).toBe('');
  expect(frames()).toEqual([]);
});
