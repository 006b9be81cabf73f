import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createRef } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { sdkWindow } from '../../../src/contract/sdk';
import { IotPayCard } from '../../../src/client/card/IotPayCard';
import { IotPayProvider } from '../../../src/client/provider/IotPayProvider';
import { fr } from '../../../src/client/provider/languages/fr';
import { useSecureId } from '../../../src/client/secureId/useSecureId';
import { installFakeIotPay, type FakeIotPay } from '../../../src/testing/installFakeIotPay';

let iotpay: FakeIotPay;

beforeEach(() => {
  iotpay = installFakeIotPay();
  return iotpay.restore;
});

const settle = () => act(async () => {});

/** The fake's iframe loads by jsdom's own tasks. */
const formShown = () => waitFor(() => expect(screen.getByRole('group').dataset.status).toBe('ready'));

describe('while it loads', () => {
  it('says politely that the card loads, and stops when the form is there', async () => {
    const onReady = vi.fn();
    render(<IotPayCard secureId="a" onReady={onReady} />);
    expect(screen.getByRole('status').textContent).toBe('Loading the card form…');
    await formShown();
    expect(screen.getByRole('status').textContent).toBe('');
    expect(onReady).toHaveBeenCalledOnce();
  });

  it('shows the shop’s fallback in place of the loading text', async () => {
    render(<IotPayCard secureId={undefined} fallback={<i>one moment</i>} />);
    await settle();
    expect(screen.getByText('one moment')).toBeTruthy();
    expect(screen.getByRole('status').textContent).toBe('');
  });

  it('loads the script before there is a secureId', async () => {
    render(<IotPayCard secureId={undefined} />);
    await settle();
    expect(document.querySelectorAll('script')).toHaveLength(1);
    expect(screen.getByRole('status').textContent).toBe('Loading the card form…');
  });
});

describe('its element', () => {
  it('takes className, style, id and ref for its element, which is a group with a name', async () => {
    const ref = createRef<HTMLDivElement>();
    render(<IotPayCard ref={ref} secureId="a" className="c" style={{ minHeight: 300 }} id="card" />);
    await settle();
    const group = screen.getByRole('group', { name: 'Card details' });
    expect(ref.current).toBe(group);
    expect([group.id, group.className, group.style.minHeight]).toEqual(['card', 'c', '300px']);
  });

  it('names the SDK’s iframe for screen readers', async () => {
    render(<IotPayCard secureId="a" />);
    expect(await screen.findByTitle('Card details')).toBeInstanceOf(HTMLIFrameElement);
  });
});

describe('a script that can’t be loaded', () => {
  it('shows a script that can’t be loaded as an alert with a button, which loads it again', async () => {
    const unblock = iotpay.blockScript();
    const onError = vi.fn();
    render(<IotPayCard secureId="a" script={{ retries: 0 }} onError={onError} />);
    expect((await screen.findByRole('alert')).textContent).toContain('You have not been charged');
    expect(onError).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ code: 'script_unreachable' }));
    unblock();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await formShown();
    expect(screen.queryByRole('alert')).toBeNull();
    expect(iotpay.calls).toBe(1);
  });

  it('fails again without an unhandled error while a blocker refuses the script', async () => {
    iotpay.blockScript();
    const onError = vi.fn();
    render(<IotPayCard secureId="a" script={{ retries: 0 }} onError={onError} />);
    await userEvent.click(await screen.findByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(onError).toHaveBeenCalledTimes(2));
    expect(screen.getByRole('alert')).toBeTruthy();
  });

  it('shows the shop’s own fallback for a script that can’t be loaded, with the same retry', async () => {
    const unblock = iotpay.blockScript();
    render(
      <IotPayCard
        secureId="a"
        script={{ retries: 0 }}
        fallback={({ error, retry }) => (error ? <button onClick={retry}>{error.code}</button> : 'wait')}
      />,
    );
    const button = await screen.findByRole('button', { name: 'script_unreachable' });
    unblock();
    await userEvent.click(button);
    await formShown();
  });

  it('says in a live region that was there before that the script loads again', async () => {
    iotpay.blockScript();
    render(<IotPayCard secureId="a" script={{ retries: 0 }} />);
    const button = await screen.findByRole('button', { name: 'Try again' });
    const region = screen.getByRole('status');
    expect(region.textContent).toBe('');
    iotpay.hangScript();
    await userEvent.click(button);
    expect(region.isConnected).toBe(true);
    expect(region.textContent).toBe('Loading the card form…');
  });

  it('takes the focus back when a retry fails, but not if the customer went on typing elsewhere', async () => {
    iotpay.blockScript();
    render(
      <>
        <input aria-label="Email" />
        <IotPayCard secureId="a" script={{ retries: 0 }} />
      </>,
    );
    const button = () => screen.findByRole('button', { name: 'Try again' });
    const retry = async () => {
      const endRetry = iotpay.hangScript();
      await userEvent.click(await button());
      expect(screen.getByText('Loading the card form…')).toBeTruthy();
      return () => act(async () => endRetry());
    };
    expect(document.activeElement).not.toBe(await button());
    await (
      await retry()
    )();
    const again = await button();
    expect(document.activeElement).toBe(again);

    const endRetry = await retry();
    const email = screen.getByLabelText('Email');
    email.focus();
    await endRetry();
    await button();
    expect(document.activeElement).toBe(email);
  });

  it('reports no script error once the card has gone', async () => {
    vi.useFakeTimers();
    iotpay.blockScript();
    iotpay.delayScript(100);
    const onError = vi.fn();
    const { unmount } = render(<IotPayCard secureId="a" script={{ retries: 0 }} onError={onError} />);
    await settle();
    unmount();
    await act(() => vi.advanceTimersByTimeAsync(100));
    expect(onError).not.toHaveBeenCalled();
  });

  it('reports a configuration error if the script’s URL is not IOTPay’s', async () => {
    const onError = vi.fn();
    render(<IotPayCard secureId="a" script={{ src: 'https://evil.example/x.js' }} onError={onError} />);
    await screen.findByRole('alert');
    expect(onError).toHaveBeenCalledWith(expect.objectContaining({ code: 'script_url_refused' }));
    expect(document.querySelector('script')).toBeNull();
  });
});

describe('a form that fails', () => {
  it.each([
    [
      'Iotpay throws',
      () => {
        throw new Error('boom');
      },
    ],
    ['Iotpay returns nothing', () => undefined],
    [
      'mount throws',
      () => ({
        mount() {
          throw new Error('boom');
        },
      }),
    ],
  ])('reports mount_failed when %s, and retry opens another form', async (_, iotpayOf) => {
    const onError = vi.fn();
    const broken = vi.fn<() => unknown>(iotpayOf);
    sdkWindow().Iotpay = broken as never;
    render(<IotPayCard secureId="a" onError={onError} />);
    const button = await screen.findByRole('button', { name: 'Try again' });
    expect(onError).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ code: 'mount_failed', cause: expect.any(Error) as Error }),
    );
    const mount = vi.fn();
    broken.mockImplementation(() => ({ mount }));
    await userEvent.click(button);
    expect(mount).toHaveBeenCalledOnce();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('reports form_timeout when the SDK shows nothing in time', async () => {
    vi.useFakeTimers();
    const onError = vi.fn();
    sdkWindow().Iotpay = () => ({ mount: () => undefined });
    render(<IotPayCard secureId="a" formTimeoutMs={3000} onError={onError} />);
    await settle();
    await act(() => vi.advanceTimersByTimeAsync(2999));
    expect(onError).not.toHaveBeenCalled();
    await act(() => vi.advanceTimersByTimeAsync(1));
    expect(onError).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ code: 'form_timeout' }));
    expect(screen.getByRole('alert')).toBeTruthy();
  });
});

describe('with useSecureId', () => {
  it('shows that the shop’s server failed, and its button asks again', async () => {
    const request = vi.fn<() => Promise<string>>();
    request.mockRejectedValueOnce(new Error('down')).mockResolvedValueOnce('s1');
    const onError = vi.fn();
    function Checkout() {
      return <IotPayCard secureId={useSecureId(request, { key: 'cart' })} onError={onError} />;
    }
    render(<Checkout />);
    const button = await screen.findByRole('button', { name: 'Try again' });
    expect(onError).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ code: 'secure_id_failed' }));
    await userEvent.click(button);
    await formShown();
    expect(iotpay.mounts.map((mount) => mount.secureId)).toEqual(['s1']);
    expect(onError).toHaveBeenCalledOnce();
  });

  it('keeps a form that the customer has entered past the hour of its secureId, and hears its outcome', async () => {
    vi.useFakeTimers();
    const onSuccess = vi.fn();
    function Checkout() {
      return <IotPayCard secureId={useSecureId(async () => 's1', { key: 'cart' })} onSuccess={onSuccess} />;
    }
    render(<Checkout />);
    await settle();
    act(() => iotpay.touch());
    await act(() => vi.advanceTimersByTimeAsync(3_600_000));
    expect([screen.queryByRole('alert'), document.querySelectorAll('iframe').length]).toEqual([null, 1]);
    act(() => iotpay.succeed());
    expect(onSuccess).toHaveBeenCalledOnce();
  });
});

describe('a redirect', () => {
  const target = `${window.location.origin}${window.location.pathname}#paid`;
  const emit = (redirectUrl: unknown) =>
    act(async () => iotpay.emit({ result: 'FAIL', message: 'no', detail: { retData: { redirectUrl } } }));

  beforeEach(() => {
    window.location.hash = '';
  });

  it('follows a redirect after the handler has run, with redirect="auto"', async () => {
    const order: string[] = [];
    const onFail = () => order.push(`handled at ${window.location.hash || 'start'}`);
    render(<IotPayCard secureId="a" redirect="auto" onFail={onFail} />);
    await settle();
    await emit(target);
    expect(order).toEqual(['handled at start']);
    expect(window.location.hash).toBe('#paid');
  });

  it('waits for a handler’s promise before it follows a redirect', async () => {
    let done = () => {};
    const onFail = () => new Promise<void>((resolve) => (done = resolve));
    render(<IotPayCard secureId="a" redirect="auto" onFail={onFail} />);
    await settle();
    await emit(target);
    expect(window.location.hash).toBe('');
    await act(async () => done());
    expect(window.location.hash).toBe('#paid');
  });

  it('waits for a handler’s promise ten seconds at most before it follows a redirect', async () => {
    vi.useFakeTimers();
    render(<IotPayCard secureId="a" redirect="auto" onFail={() => new Promise(() => undefined)} />);
    await settle();
    await emit(target);
    await act(() => vi.advanceTimersByTimeAsync(9999));
    expect(window.location.hash).toBe('');
    await act(() => vi.advanceTimersByTimeAsync(1));
    expect(window.location.hash).toBe('#paid');
  });

  it('leaves the redirect to the shop with redirect="manual"', async () => {
    const onFail = vi.fn();
    render(<IotPayCard secureId="a" redirect="manual" onFail={onFail} />);
    await settle();
    await emit(target);
    expect(onFail).toHaveBeenCalledWith(expect.objectContaining({ redirectUrl: target }));
    expect(window.location.hash).toBe('');
  });

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    '//localhost/#paid',
    '#paid',
    'http://shop.example/',
    'https://a:b@shop.example/',
    'https://',
  ])('refuses a redirect to %j', async (redirectUrl) => {
    const onError = vi.fn();
    render(<IotPayCard secureId="a" onError={onError} />);
    await settle();
    await emit(redirectUrl);
    expect(onError).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ code: 'redirect_refused' }));
    expect(window.location.hash).toBe('');
  });
});

describe('IotPayProvider', () => {
  it('adds a provider to the one around it, and uses it for settings that a card leaves undefined', async () => {
    render(
      <IotPayProvider
        src="http://localhost:4242/cc/iotpaycc.js"
        options={{ darkMode: true, theme: 'card' }}
        languages={[fr]}
        messages={{ loading: 'Un instant…', retry: 'Encore' }}
      >
        <IotPayProvider options={{ darkMode: false }} messages={{ retry: 'Encore une fois' }}>
          <IotPayCard secureId="a" script={{ src: undefined }} />
        </IotPayProvider>
      </IotPayProvider>,
    );
    expect(screen.getByRole('status').textContent).toBe('Un instant…');
    expect(screen.getByRole('group', { name: fr.messages.title })).toBeTruthy();
    await formShown();
    expect(document.scripts[0]?.src).toBe('http://localhost:4242/cc/iotpaycc.js');
    expect(iotpay.mounts[0]?.options).toEqual({ darkMode: false, theme: 'card' });
  });

  it('gives script, options and language to the cards below', async () => {
    render(
      <IotPayProvider
        src="http://localhost:4242/cc/iotpaycc.js"
        nonce="n"
        options={{ darkMode: true, theme: 'card' }}
        languages={[fr]}
        locale="fr-CA"
        messages={{ loading: 'Un instant…' }}
      >
        <IotPayCard secureId="a" options={{ darkMode: false }} />
      </IotPayProvider>,
    );
    expect(screen.getByRole('status').textContent).toBe('Un instant…');
    await settle();
    expect(document.querySelector('script')).toMatchObject({ nonce: 'n' });
    expect(document.querySelector('script')?.src).toBe('http://localhost:4242/cc/iotpaycc.js');
    expect(iotpay.mounts[0]?.options).toEqual({ darkMode: false, theme: 'card' });
    expect(screen.getByRole('group', { name: fr.messages.title })).toBeTruthy();
  });
});
