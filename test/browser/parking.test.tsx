import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { commands } from 'vitest/browser';
import { IotPayCard } from '../../src/index';
import { hostedScript, pageCounts } from './page';
import { formIs, forms, nextTask, openShop } from './shop';

// The form is another site's. Only a browser that moves it by Element.moveBefore keeps the page in its iframe alive.

/**
 * Keeps outcomes from the SDK until they are let through, as if the bank took its time. It is called before the form is opened,
 * because a window calls its listeners in the order in which they were added.
 */
function holdOutcomes(): () => void {
  const held: MessageEvent[] = [];
  const hold = (message: MessageEvent<object>) => {
    if (message.origin !== new URL(hostedScript).origin || !('events' in message.data)) return;
    message.stopImmediatePropagation();
    held.push(message);
  };
  const letGo = () => window.removeEventListener('message', hold);
  window.addEventListener('message', hold);
  onTestFinished(letGo);
  return () => {
    letGo();
    for (const { data, origin } of held)
      window.dispatchEvent(new MessageEvent('message', { data: data as unknown, origin }));
  };
}

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

  it('keeps the customer’s input, out of sight, until a component shows the payment again', async () => {
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

  it('keeps the customer’s input while the component moves within one render', async () => {
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
    const letThrough = holdOutcomes();
    const { unmount } = open();
    await formIs('ready');
    await commands.payWith('[data-status]', '4242424242424242');
    unmount();
    await nextTask();
    expect(forms()).toHaveLength(1);
    letThrough();
    await expect.poll(forms).toEqual([]);
    expect(called()).toEqual([0, 0, 0, 0, 1]);

    for (let visit = 0; visit < 2; visit++) {
      const next = open();
      await formIs('settled');
      await expect.poll(called).toEqual([1, 0, 0, 0, 1]);
      next.unmount();
      await nextTask();
    }
    expect(pageCounts()).toMatchObject({ calls: 1, mounts: 1 });
  });

  it('leaves no iframe behind if the customer has not entered it', async () => {
    const { unmount } = open();
    await formIs('ready');
    unmount();
    await nextTask();
    expect(forms()).toEqual([]);
    expect(called()).toEqual([0, 0, 0, 0, 0]);
  });
});
