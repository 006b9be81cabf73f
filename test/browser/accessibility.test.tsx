import { act, screen } from '@testing-library/react';
import type { ReactElement } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { commands, userEvent } from 'vitest/browser';
import { sdkWindow } from '../../src/contract/sdk';
import { en, fr, IotPayCard, IotPayProvider, useSecureId } from '../../src/index';
import { cardOnGateway, faults, openBlocked, retryButton } from './accessiblePage';
import { withUnreliableNetwork } from './loadingPage';
import { hostedScript } from './page';
import { formIs, forms, nextTask, openShop } from './shop';

withUnreliableNetwork();
const card = cardOnGateway();

/** The texts of the page's live regions, one after the other. */
function watchAnnouncements(): () => string[] {
  const said: string[] = [];
  const texts = new WeakMap<Element, string | null>();
  new MutationObserver(() => {
    for (const region of document.querySelectorAll('[role=status], [role=alert]')) {
      const { role, textContent } = region;
      if (textContent && textContent !== texts.get(region)) said.push(`${role ?? ''}: ${textContent}`);
      texts.set(region, textContent);
    }
  }).observe(document.body, { childList: true, characterData: true, subtree: true });
  return () => said;
}

describe('what a screen reader meets', () => {
  it('shows a screen reader a group with a name', async () => {
    openShop(
      <IotPayProvider src={hostedScript} locale="fr-CA" languages={[fr]}>
        {card()}
      </IotPayProvider>,
      true,
    );
    await formIs('ready');
    expect(screen.getByRole('group', { name: fr.messages.title }).contains(forms()[0] ?? null)).toBe(true);
  });

  it('gives the iframe a title in the shop’s language, in place of the SDK’s own', async () => {
    openShop(
      <IotPayProvider src={hostedScript} locale="fr-CA" languages={[fr]}>
        {card()}
      </IotPayProvider>,
      true,
    );
    await formIs('ready');
    expect(forms().map(({ title }) => title)).toEqual([fr.messages.title]);
  });

  it('gives the iframe a title if the SDK gives it none', async () => {
    sdkWindow().Iotpay = () => ({
      mount: (selector) => document.querySelector(selector)?.append(document.createElement('iframe')),
    });
    openShop(card(), true);
    await expect.poll(() => forms().map(({ title }) => title)).toEqual(['Card details']);
  });

  it('tells a screen reader once, politely, that the card loads, and nothing more when all goes well', async () => {
    const said = watchAnnouncements();
    openShop(card(), true);
    await formIs('ready');
    expect(said()).toEqual(['status: Loading the card form…']);
    expect(screen.getByRole('status').textContent).toBe('');
  });

  it('tells a screen reader once, assertively, that the form can’t be shown, however often it was tried', async () => {
    vi.spyOn(Math, 'random').mockReturnValueOnce(0);
    await commands.spoil(hostedScript, 'blocked by an extension');
    const said = watchAnnouncements();
    openShop(card({ script: { retries: 1 } }), true);
    await screen.findByRole('alert');
    await nextTask();
    expect(said()).toEqual([
      'status: Loading the card form…',
      `alert: ${en.messages.notLoaded}${en.messages.notPaid}${en.messages.retry}`,
    ]);
  });

  it.each(['loading', 'failed', 'ready'])('has no fault for axe while it is %s', async (status) => {
    if (status === 'failed') await openBlocked(card);
    else openShop(card(status === 'loading' ? { secureId: undefined } : {}), true);
    await formIs(status);
    expect(await faults()).toEqual([]);
    // Requests that are still on their way must not arrive in the next test.
    if (status === 'loading') await expect.poll(() => sdkWindow().Iotpay).toBeDefined();
  });
});

describe('the focus', () => {
  it('leaves the focus in its place when the first load fails', async () => {
    await openBlocked(card);
    expect(document.activeElement).toBe(document.body);
  });

  it('moves the focus to the error’s button when a retry fails', async () => {
    await openBlocked(card);
    (await retryButton()).focus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => document.activeElement?.textContent).toBe('Try again');
    expect(screen.getByRole('alert').contains(document.activeElement)).toBe(true);
  });

  it('takes no focus by a retry that fails while the customer types elsewhere', async () => {
    await openBlocked(card);
    await commands.spoil(hostedScript, 'a hang');
    act(() => screen.getByRole('button').click());
    await formIs('loading');
    const email = screen.getByLabelText<HTMLInputElement>('Email');
    email.focus();
    await userEvent.keyboard('ada@');
    await commands.mend();
    await screen.findByRole('alert');
    await userEvent.keyboard('shop.example');
    expect([document.activeElement, email.value]).toEqual([email, 'ada@shop.example']);
  });

  it('takes no focus by a form that is renewed after its hour while the customer types elsewhere', async () => {
    function Checkout(): ReactElement {
      const session = useSecureId(() => commands.makeSecureId('Pay'), { key: 'cart' });
      return (
        <>
          <label>
            Email <input />
          </label>
          <IotPayCard secureId={session} redirect="manual" />
        </>
      );
    }
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
    openShop(<Checkout />, false);
    await formIs('ready');
    const [first] = forms();
    const email = screen.getByLabelText<HTMLInputElement>('Email');
    email.focus();
    await userEvent.keyboard('ada');
    act(() => void vi.advanceTimersByTime(3_600_000));
    await expect.poll(() => forms().map((form) => form !== first)).toEqual([true]);
    await formIs('ready');
    await userEvent.keyboard('@');
    expect([document.activeElement, email.value]).toEqual([email, 'ada@']);
  });

  afterEach(() => vi.useRealTimers());
});
