import { act, fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { aState, fakeSandbox } from './fakeSandbox';
import { openConsole, pass, prepareConsole } from './openConsole';

prepareConsole();

const click = async (name: string | RegExp) => {
  await act(async () => screen.getByRole('button', { name }).click());
  await pass(0);
};
const called = (sandbox: ReturnType<typeof fakeSandbox>, call: string) =>
  sandbox.calls.filter(([one]) => one === call).map(([, body]) => body);

/** The file that the page gave to the browser to keep, as its name and its JSON. */
function keptFile() {
  const kept = { name: '', content: Promise.resolve(undefined as unknown) };
  vi.stubGlobal(
    'URL',
    class extends URL {
      static override createObjectURL(blob: Blob): string {
        kept.content = blob.text().then((text): unknown => JSON.parse(text));
        return 'blob:kept';
      }
      static override revokeObjectURL(): void {}
    },
  );
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) {
    kept.name = this.download;
  });
  return kept;
}

/** jsdom reads a file with a timer, and the tests hold the clock. */
const fileOf = (text: string) =>
  Object.assign(new File([], 'mine.json'), { text: () => Promise.resolve(text) });

describe('the drawer of the console', () => {
  it('moves the first pause between notifications, and the later ones in proportion', async () => {
    const sandbox = fakeSandbox();
    sandbox.state = aState({ clocks: { notifyRetryMs: [2000, 5000, 60_000] } });
    await openConsole(sandbox);
    await click('Time');

    const slider = screen.getByRole('slider', { name: /It is sent again after/ });
    expect(slider.getAttribute('aria-valuetext')).toBe('2 s, 5 s, 1 min');
    fireEvent.change(slider, { target: { value: String(Number((slider as HTMLInputElement).value) - 1) } });
    fireEvent.pointerUp(slider);
    await pass(0);

    expect(called(sandbox, 'POST /_sandbox/clocks')).toEqual([{ notifyRetryMs: [1000, 2500, 30_000] }]);
  });

  it('sets a clock once its slider is let go, not while it moves', async () => {
    const sandbox = fakeSandbox();
    await openConsole(sandbox);
    await click('Time');

    const slider = screen.getByRole('slider', { name: /The bank thinks for/ });
    fireEvent.change(slider, { target: { value: '6' } });
    fireEvent.change(slider, { target: { value: '7' } });
    expect(called(sandbox, 'POST /_sandbox/clocks')).toEqual([]);
    fireEvent.pointerUp(slider);
    await pass(0);

    expect(called(sandbox, 'POST /_sandbox/clocks')).toEqual([{ bankMs: 3000 }]);
  });

  it('records a scenario, and saves it as a file when the recording ends', async () => {
    const sandbox = fakeSandbox();
    const file = keptFile();
    const scenario = { version: 1, name: 'Recorded', steps: [{ do: 'advance', ms: 1000 }] };
    sandbox.answers['DELETE /_sandbox/recording'] = () => scenario;
    sandbox.answers['POST /_sandbox/recording'] = () => {
      sandbox.state = aState({ isRecording: true });
      return {};
    };
    await openConsole(sandbox);
    await click('Scenarios');

    await click('Record');
    act(() =>
      sandbox.send({ id: 1, at: '2026-01-01T12:00:00Z', type: 'control', action: 'recording', message: '' }),
    );
    await pass(1000);
    await click('Stop and save');

    expect(file.name).toBe('scenario.json');
    expect(await file.content).toEqual(scenario);
  });

  it('plays a scenario from a file', async () => {
    const sandbox = fakeSandbox();
    sandbox.answers['POST /_sandbox/play'] = () => ({ events: [] });
    await openConsole(sandbox);
    await click('Scenarios');

    const scenario = { version: 1, name: 'Mine', steps: [] };
    const file = fileOf(JSON.stringify(scenario));
    fireEvent.change(screen.getByLabelText('Play a file…'), { target: { files: [file] } });
    await pass(0);

    expect(called(sandbox, 'POST /_sandbox/play')).toEqual([{ scenario, keep: false }]);
  });

  it('says why a file can’t be played', async () => {
    const sandbox = fakeSandbox();
    await openConsole(sandbox);
    await click('Scenarios');

    const file = fileOf('no JSON');
    fireEvent.change(screen.getByLabelText('Play a file…'), { target: { files: [file] } });

    await pass(0);

    expect(document.querySelector('.announcement')?.textContent).toMatch(/JSON/);
    expect(called(sandbox, 'POST /_sandbox/play')).toEqual([]);
  });

  it('opens a payment with the chosen test card and amount, in a tab of its own', async () => {
    const sandbox = fakeSandbox();
    const tab = vi.spyOn(window, 'open').mockReturnValue(null);
    sandbox.answers['GET /_sandbox/cards'] = () => ({
      cards: [
        { number: '4000 0000 0000 0002', brand: 'Visa', channel: 'PF_CC', title: 'Declined', behaviour: '…' },
      ],
    });
    sandbox.answers['POST /_sandbox/launch'] = () => ({
      mchOrderNo: 'CONSOLE-1',
      payUrl: 'http://pay.test/',
    });
    await openConsole(sandbox);
    await click('New payment');

    const form = within(screen.getByRole('dialog'));
    fireEvent.change(form.getByRole('combobox'), { target: { value: '4000 0000 0000 0002' } });
    fireEvent.change(form.getByRole('textbox'), { target: { value: '5,5' } });
    await act(async () => form.getByRole('button', { name: 'Open a payment' }).click());
    await pass(0);

    expect(called(sandbox, 'POST /_sandbox/launch')).toEqual([{ amount: 550, card: '4000 0000 0000 0002' }]);
    expect(tab).toHaveBeenCalledExactlyOnceWith('http://pay.test/', '_blank', 'noopener');
    expect(location.pathname).toBe('/orders/CONSOLE-1');
  });

  it('copies the lines that a shop needs', async () => {
    const sandbox = fakeSandbox();
    const writeText = vi.fn(() => Promise.resolve());
    Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true });
    sandbox.answers['GET /_sandbox/snippets'] = () => ({
      env: 'A=1',
      express: 'app.listen()',
      nextjs: 'POST',
    });
    await openConsole(sandbox);
    await pass(0);

    await click('Express');
    await click('Copy: Express');

    expect(writeText).toHaveBeenCalledExactlyOnceWith('app.listen()');
  });

  it('speaks another language at once when it is chosen, and after a reload', async () => {
    const sandbox = fakeSandbox();
    await openConsole(sandbox);
    await click('Settings');

    await click('Français');

    expect(document.documentElement.lang).toBe('fr');
    expect(screen.getByRole('tab', { name: 'Réglages' })).toBeTruthy();
    expect(localStorage.getItem('iotpay-sandbox-console')).toContain('"fr"');
  });

  it('names how long a fault stays that only its time ends', async () => {
    const sandbox = fakeSandbox();
    sandbox.state = aState({
      faults: [
        { of: 'notification', id: 7, kind: 'late', forMs: 600_000, until: '2026-01-01T12:10:00Z' },
        { of: 'call', id: 8, call: '*', kind: 'http', times: 5 },
      ],
    });
    await openConsole(sandbox);

    const chips = [...document.querySelectorAll('.chip')].map((chip) => chip.textContent);
    expect(chips[0]).toMatch(/^Notification: late, until \d/);
    expect(chips[1]).toContain('Any call: HTTP error ×5');
  });
});
