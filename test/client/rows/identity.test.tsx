import { act, screen } from '@testing-library/react';
import { useState } from 'react';
import { fr, IotPayProvider } from 'react-iotpay';
import { describe, expect, it, vi } from 'vitest';
import { Card, useCard, useSession, type ComingCardProps } from '../comingApi';
import {
  answering,
  Checkout,
  createTab,
  frames,
  plainCard,
  letPageRest,
  show,
  statuses,
  openPages,
} from './checkoutPage';

const iotpay = openPages();

describe('a form that is on the page', () => {
  it.each<[string, Partial<ComingCardProps>, string]>([
    ['options', { options: { theme: 'card' } }, 'en'],
    ['the button’s text', { options: { button: { text: 'Pay $19.99' } } }, 'en'],
    ['dark mode', { options: { darkMode: true } }, 'en'],
    ['the language', {}, 'fr'],
  ])('does not rebuild a form when %s changes, and its outcome counts', async (_, change, locale) => {
    const onSuccess = vi.fn();
    const page = (props: Partial<ComingCardProps>, language: string) => (
      <IotPayProvider locale={language} languages={[fr]}>
        {plainCard({ secureId: 'a', onSuccess, ...props })}
      </IotPayProvider>
    );
    const tab = createTab();
    await tab.show(page({}, 'en'));
    const before = frames();
    await tab.show(page(change, locale));
    expect(frames()).toEqual(before);
    expect(before[0]?.isConnected).toBe(true);
    expect(iotpay.mounts).toHaveLength(1);
    // Any form that reports gives this payment's outcome.
    act(() => iotpay.mounts[0]?.succeed());
    expect(onSuccess).toHaveBeenCalledOnce();
  });

  it('follows a changed language in the iframe’s title', async () => {
    const page = (locale: string) => (
      <IotPayProvider locale={locale} languages={[fr]}>
        {plainCard({ secureId: 'a' })}
      </IotPayProvider>
    );
    const tab = createTab();
    await tab.show(page('en'));
    const [frame] = frames();
    await tab.show(page('fr'));
    expect([frame?.title, frame?.isConnected]).toEqual(['Renseignements sur la carte', true]);
  });

  it('keeps a form when mode={undefined} becomes the same mode by name', async () => {
    const tab = createTab();
    await tab.show(plainCard({ secureId: 'a', mode: undefined }));
    await tab.show(plainCard({ secureId: 'a', mode: 'Pay' }));
    expect(iotpay.mounts).toHaveLength(1);
  });
});

describe('a card that switches to another payment', () => {
  it('takes the old form away when the new session has failed, and keeps its outcome for its own payment', async () => {
    const works = answering('a');
    const fails = answering(new Error('502'));
    const old = { onSuccess: vi.fn() };
    const next = { onSuccess: vi.fn(), onIgnoredOutcome: vi.fn() };
    const tab = createTab();
    await tab.show(<Checkout request={works} cart="cart-1" {...old} />);
    await tab.show(<Checkout request={fails} cart="cart-2" onError={vi.fn()} {...next} />);
    expect([statuses(), frames()]).toEqual([['failed'], []]);
    act(() => iotpay.mounts[0]?.succeed({ mchOrderNo: 'A' }));
    await letPageRest();
    expect([old.onSuccess.mock.calls.length, next.onSuccess.mock.calls.length]).toEqual([0, 0]);
    expect(next.onIgnoredOutcome).not.toHaveBeenCalled();
    await tab.show(<Checkout request={works} cart="cart-1" {...old} />);
    expect(old.onSuccess).toHaveBeenCalledOnce();
    expect(next.onSuccess).not.toHaveBeenCalled();
  });

  it('never hands a payment’s outcome to the handler of the other mode', async () => {
    const onPaid = vi.fn();
    const onSaved = vi.fn();
    const tab = createTab();
    await tab.show(plainCard({ secureId: 'a', mode: 'Pay', onSuccess: onPaid }));
    await tab.show(plainCard({ secureId: 'a', mode: 'Add', onSuccess: onSaved }));
    act(() => iotpay.mounts[0]?.succeed());
    await letPageRest();
    expect(onSaved).not.toHaveBeenCalled();
    await tab.show(plainCard({ secureId: 'a', mode: 'Pay', onSuccess: onPaid }));
    expect(onPaid).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ mode: 'Pay' }));
    expect(iotpay.mounts.map(({ mode }) => mode)).toEqual(['Pay', 'Add']);
  });
});

it('stays settled when the container changes after the outcome', async () => {
  function Custom({ as }: { as: 'div' | 'section' }) {
    const { containerRef, status } = useCard({ secureId: 'a', redirect: 'manual' });
    const Container = as;
    return (
      <>
        <output>{status}</output>
        <Container ref={containerRef} />
      </>
    );
  }
  const tab = createTab();
  await tab.show(<Custom as="div" />);
  act(() => iotpay.succeed());
  await tab.show(<Custom as="section" />);
  expect(screen.getByRole('status').textContent).toBe('settled');
  expect(iotpay.mounts).toHaveLength(1);
});

it('shows one secureId in two components as one form with one state, and tells its outcome once', async () => {
  const onSuccess = vi.fn();
  await show(
    <>
      {plainCard({ secureId: 'a', onSuccess })}
      {plainCard({ secureId: 'a', onSuccess })}
    </>,
  );
  expect([iotpay.mounts.length, frames().length, statuses()]).toEqual([1, 1, ['ready', 'ready']]);
  act(() => iotpay.succeed());
  await letPageRest();
  expect(statuses()).toEqual(['settled', 'settled']);
  expect(onSuccess).toHaveBeenCalledOnce();
});

describe('a payment and the saving of a card with the same key', () => {
  it('tells a payment and the saving of a card with the same key apart when the hooks say their mode', async () => {
    const request = answering('a', 'b');
    await show(
      <>
        <Checkout request={request} sessionMode="Pay" mode="Pay" />
        <Checkout request={request} sessionMode="Add" mode="Add" />
      </>,
    );
    expect(iotpay.mounts.map(({ secureId, mode }) => `${mode} ${secureId}`)).toEqual(['Pay a', 'Add b']);
  });

  it('reports a clear error for a payment and the saving of a card with the same key when the hooks say no mode', async () => {
    const onError = vi.fn();
    function Shop() {
      const session = useSession(answeringOnce, { key: 'cart-1' });
      const [isSaving] = useState(true);
      return (
        <>
          <Card secureId={session} mode="Pay" onError={onError} />
          {isSaving && <Card secureId={session} mode="Add" onError={onError} />}
        </>
      );
    }
    const answeringOnce = answering('a');
    await show(<Shop />);
    expect(onError).toHaveBeenCalledWith(expect.objectContaining({ code: 'mode_conflict' }));
    expect(new Set(iotpay.mounts.map(({ mode }) => mode)).size).toBeLessThan(2);
  });
});
