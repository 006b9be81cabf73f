import { beforeEach, describe, expect, it, vi } from 'vitest';
import { commands } from 'vitest/browser';
import { IotPayCard } from '../../src/index';
import { onceEach, pageCounts } from './page';
import { formIs, forms, nextTask, openShop } from './shop';

// The form is another site's. Only a browser that moves it by Element.moveBefore keeps the page in its iframe alive.

describe.each([true, false])('a form whose component goes, with StrictMode %s', (strict) => {
  const handlers = {
    onSuccess: vi.fn(),
    onFail: vi.fn(),
    onTimeout: vi.fn(),
    onIgnoredOutcome: vi.fn(),
    onTouched: vi.fn(),
  };
  const called = () => Object.values(handlers).map(({ mock }) => mock.calls.length);
  let secureId: string;

  beforeEach(async () => {
    vi.clearAllMocks();
    secureId = await commands.makeSecureId('Pay');
  });

  const open = () => openShop(<IotPayCard secureId={secureId} redirect="manual" {...handlers} />, strict);

  it('keeps what was typed, out of sight, until a component shows the payment again', async () => {
    const { unmount } = open();
    await formIs('ready');
    const [form] = forms();
    await commands.typeInto('[data-status]', 'Name on card', 'Grace');
    unmount();
    await nextTask();
    expect(forms()).toEqual([form]);
    expect(form?.checkVisibility()).toBe(false);

    open();
    await formIs('ready');
    await expect.poll(() => form?.checkVisibility()).toBe(true);
    expect(await commands.typeInto('[data-status]', 'Name on card')).toBe('Grace');
    await commands.payWith('[data-status]', '4242424242424242');
    await formIs('settled');
    expect(called()).toEqual([1, 0, 0, 0, 1]);
    expect(pageCounts()).toMatchObject({ calls: 1, mounts: 1 });
    expect(forms()).toEqual([]);
  });

  it('keeps what was typed while the component moves within one render', async () => {
    const page = (where: string) => (
      <section key={where}>
        <IotPayCard secureId={secureId} redirect="manual" />
      </section>
    );
    const { rerender } = openShop(page('left'), strict);
    await formIs('ready');
    await commands.typeInto('[data-status]', 'Name on card', 'Grace');
    rerender(page('right'));
    await nextTask();
    await formIs('ready');
    expect(await commands.typeInto('[data-status]', 'Name on card')).toBe('Grace');
  });

  it('hears a payment that is under way when the component goes, and tells the next one exactly once', async () => {
    const { unmount } = open();
    await formIs('ready');
    // The sandbox's bank takes its time over this card, and the gateway is still undecided when the SDK gives up.
    await commands.payWith('[data-status]', '4000000000000077');
    unmount();
    expect(forms()).toHaveLength(1);
    await expect.poll(forms).toEqual([]);
    expect(called()).toEqual([0, 0, 0, 0, 1]);

    const { unmount: leaveAgain } = open();
    await formIs('settled');
    await expect.poll(called).toEqual([0, 0, 1, 0, 1]);
    leaveAgain();
    open();
    await formIs('settled');
    await nextTask();
    expect(called()).toEqual([0, 0, 1, 0, 1]);
    expect(pageCounts()).toEqual(onceEach);
  });

  it('leaves no iframe behind when nobody has entered it', async () => {
    const { unmount } = open();
    await formIs('ready');
    unmount();
    await nextTask();
    expect(forms()).toEqual([]);
    expect(called()).toEqual([0, 0, 0, 0, 0]);
  });
});
