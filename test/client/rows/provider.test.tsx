import { screen } from '@testing-library/react';
import { StrictMode } from 'react';
import { fr, IotPayProvider, useIotPayScript, zh } from 'react-iotpay';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPagelessFrame } from '../history/page/pagelessFrame';
import { frames, pass, plainCard, press, show, statuses, openPages, installOwnSdk } from './checkoutPage';

const iotpay = openPages();

const said = vi.fn();

beforeEach(() => {
  said.mockClear();
  vi.spyOn(console, 'error').mockImplementation(
    (...texts: unknown[]) => void said(texts.map(String).join(' ')),
  );
});
afterEach(() => vi.unstubAllEnvs());

describe('settings that are undefined or equal', () => {
  it('changes no text for messages={{ retry: undefined }}', async () => {
    iotpay.blockScript();
    await show(
      <IotPayProvider retries={0} messages={{ retry: undefined } as object}>
        {plainCard({ secureId: 'a', script: { src: undefined, retries: undefined }, onError: vi.fn() })}
      </IotPayProvider>,
    );
    expect(screen.getByRole('button').textContent).toBe('Try again');
  });

  it('shows the texts of the first of the languages if there is no locale', async () => {
    await show(<IotPayProvider languages={[zh, fr]}>{plainCard({ secureId: 'a' })}</IotPayProvider>);
    expect(screen.getByRole('group', { name: zh.messages.title })).toBeTruthy();
  });

  it('shows English texts for a locale that no language matches', async () => {
    await show(
      <IotPayProvider locale="de" languages={[zh, fr]}>
        {plainCard({ secureId: 'a' })}
      </IotPayProvider>,
    );
    expect(screen.getByRole('group', { name: 'Card details' })).toBeTruthy();
  });

  it('shows French texts for the locale fr_CA', async () => {
    await show(
      <IotPayProvider locale="fr_CA" languages={[fr]}>
        {plainCard({ secureId: 'a' })}
      </IotPayProvider>,
    );
    expect(screen.getByRole('group', { name: 'Renseignements sur la carte' })).toBeTruthy();
  });
});

it('lets everyone who waits hear that useIotPayScript().retry() has loaded the script', async () => {
  const unblock = iotpay.blockScript();
  function Shop() {
    const { status, retry } = useIotPayScript({ retries: 0 });
    return (
      <>
        <button onClick={retry}>Load {status}</button>
        {plainCard({ secureId: 'a', script: { retries: 0 }, fallback: null, onError: vi.fn() })}
      </>
    );
  }
  await show(<Shop />);
  expect(statuses()).toEqual(['failed']);
  unblock();
  await press('Load failed');
  expect([statuses(), frames().length]).toEqual([['ready'], 1]);
});

describe('a failure that the shop does not listen to', () => {
  it('writes a failure without onError as one line on a developer’s console, under StrictMode too', async () => {
    iotpay.blockScript();
    await show(<StrictMode>{plainCard({ secureId: 'a', script: { retries: 0 } })}</StrictMode>);
    expect(said).toHaveBeenCalledOnce();
    expect(said.mock.calls[0]?.[0]).toMatch(/script_unreachable/);
    expect(said.mock.calls[0]?.[0]).toContain('ccapi.iotpaycloud.com');
  });

  it('writes no secureId into the console’s line about a failure', async () => {
    installOwnSdk((host) => host.append(createPagelessFrame()));
    await show(plainCard({ secureId: 'very-secret-id' }));
    await pass(16_000);
    expect(said).toHaveBeenCalledOnce();
    expect(said.mock.calls[0]?.[0]).toMatch(/form_timeout/);
    expect(said.mock.calls[0]?.[0]).not.toContain('very-secret-id');
  });

  it('writes nothing on the console if the shop has onError, or in production', async () => {
    iotpay.blockScript();
    const onError = vi.fn();
    await show(plainCard({ secureId: 'a', script: { retries: 0 }, onError }));
    vi.stubEnv('NODE_ENV', 'production');
    await show(plainCard({ secureId: 'b', script: { retries: 0 } }));
    expect(onError).toHaveBeenCalled();
    expect(said).not.toHaveBeenCalled();
  });
});
