import { cleanup, render } from '@testing-library/react';
import type { ReactElement } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { commands } from 'vitest/browser';
import { IotPayCard, IotPayProvider, type IotPayCardProps, type IotPayMode } from '../../src/index';
import { installFakeIotPay, type FakeIotPay } from '../../src/testing/installFakeIotPay';
import { hostedScript, onceEach, pageCounts } from './page';
import { formIs, forms, nextTask, openShop } from './shop';

describe.each([true, false])('with StrictMode %s', (strict) => {
  let iotpay: FakeIotPay;

  beforeEach(() => {
    iotpay = installFakeIotPay();
    return () => {
      cleanup();
      iotpay.restore();
    };
  });

  const card = <Mode extends IotPayMode>(props: IotPayCardProps<Mode>) => (
    <IotPayCard redirect="manual" {...props} />
  );
  const opened = () => iotpay.mounts.map(({ secureId, mode }) => `${mode} ${secureId}`);

  it('stays with the form when the secureId is another one and the first again within one task', async () => {
    const { rerender } = openShop(card({ secureId: 'a' }), strict);
    await formIs('ready');
    const before = forms();
    rerender(card({ secureId: 'b' }));
    rerender(card({ secureId: 'a' }));
    await nextTask();
    expect(opened()).toEqual(['Pay a']);
    expect(forms()).toEqual(before);
  });

  it('ends with one form for the last secureId when it changes task by task', async () => {
    const onSuccess = vi.fn();
    const { rerender } = openShop(card({ secureId: 'a' }), strict);
    for (const secureId of ['b', 'a']) {
      await formIs('ready');
      rerender(card({ secureId, onSuccess }));
      await nextTask();
    }
    await formIs('ready');
    expect(opened()).toEqual(['Pay a', 'Pay b', 'Pay a']);
    expect(forms()).toHaveLength(1);
    iotpay.mounts.forEach((mount, index) => mount.succeed({ mchOrderNo: `ORDER-${index}` }));
    await formIs('settled');
    expect(onSuccess).toHaveBeenCalledTimes(1);
    expect(onSuccess).toHaveBeenCalledWith(
      expect.objectContaining({ order: expect.objectContaining({ mchOrderNo: 'ORDER-2' }) as unknown }),
    );
  });

  it('takes the form away without a secureId, and opens a new one when there is one again', async () => {
    const { rerender } = openShop(card({ secureId: 'a' }), strict);
    await formIs('ready');
    rerender(card({ secureId: null }));
    await formIs('loading');
    expect(forms()).toEqual([]);
    rerender(card({ secureId: 'a' }));
    await formIs('ready');
    expect(opened()).toEqual(['Pay a', 'Pay a']);
    expect(forms()).toHaveLength(1);
  });

  it('opens one new form when it is to save a card instead of taking a payment, and the other way round', async () => {
    const { rerender } = openShop(card({ secureId: 'a' }), strict);
    await formIs('ready');
    rerender(card({ secureId: 'b', mode: 'Add' }));
    await nextTask();
    await formIs('ready');
    expect(opened()).toEqual(['Pay a', 'Add b']);
    rerender(card({ secureId: 'b' }));
    await nextTask();
    await formIs('ready');
    expect(opened()).toEqual(['Pay a', 'Add b', 'Pay b']);
    expect(forms()).toHaveLength(1);
  });

  it('rebuilds the form for options of another value, not for a new object or another order of fields', async () => {
    const { rerender } = openShop(
      card({ secureId: 'a', options: { theme: 'card', button: { text: 'Pay', color: 'red' } } }),
      strict,
    );
    await formIs('ready');
    const before = forms();
    rerender(card({ secureId: 'a', options: { button: { color: 'red', text: 'Pay' }, theme: 'card' } }));
    await nextTask();
    expect(forms()).toEqual(before);
    rerender(card({ secureId: 'a', options: { theme: 'card', button: { text: 'Pay', color: 'blue' } } }));
    await expect.poll(() => iotpay.mounts.length).toBe(2);
    await formIs('ready');
    expect(iotpay.mounts[1]?.options).toEqual({ theme: 'card', button: { text: 'Pay', color: 'blue' } });
    expect(forms()).toHaveLength(1);
  });

  it('follows the provider’s defaults by value too, and says its words in another language at once', async () => {
    const page = (defaults: object): ReactElement => (
      <IotPayProvider src={hostedScript} {...defaults}>
        {card({ secureId: 'a', options: { theme: 'card' } })}
      </IotPayProvider>
    );
    const { rerender, getByRole } = render(page({ options: { darkMode: true } }), {
      reactStrictMode: strict,
    });
    await formIs('ready');
    const before = forms();
    rerender(page({ options: { darkMode: true }, messages: { title: 'Carte' } }));
    await nextTask();
    expect(forms()).toEqual(before);
    expect(getByRole('group', { name: 'Carte' })).toBeTruthy();
    rerender(page({ options: { darkMode: false } }));
    await expect.poll(() => iotpay.mounts.length).toBe(2);
    expect(iotpay.mounts[1]?.options).toEqual({ darkMode: false, theme: 'card' });
    expect(forms()).toHaveLength(1);
  });

  it('calls nobody when the handler was taken away, and settles all the same', async () => {
    const onSuccess = vi.fn();
    const { rerender } = openShop(card({ secureId: 'a', onSuccess }), strict);
    await formIs('ready');
    rerender(card({ secureId: 'a' }));
    iotpay.succeed();
    await formIs('settled');
    expect(onSuccess).not.toHaveBeenCalled();
    expect(pageCounts()).toEqual(onceEach);
  });
});

describe.each([true, false])('while the customer types, with StrictMode %s', (strict) => {
  afterEach(() => commands.preferColors('light'));

  it('keeps what is typed through new handlers, and calls the latest one', async () => {
    const secureId = await commands.makeSecureId('Pay');
    const [first, second] = [vi.fn(), vi.fn()];
    const page = (onSuccess: () => void) => (
      <IotPayCard secureId={secureId} redirect="manual" onSuccess={onSuccess} />
    );
    const { rerender } = openShop(page(first), strict);
    await formIs('ready');
    await commands.typeInto('[data-status]', 'Name on card', 'Grace');
    rerender(page(second));
    await nextTask();
    expect(await commands.typeInto('[data-status]', 'Name on card')).toBe('Grace');
    await commands.payWith('[data-status]', '4242424242424242');
    await formIs('settled');
    expect(first).not.toHaveBeenCalled();
    expect(second).toHaveBeenCalledTimes(1);
    expect(pageCounts()).toEqual(onceEach);
  });

  it('changes to dark colours with the customer’s system, but not under their hands', async () => {
    const secureId = await commands.makeSecureId('Pay');
    openShop(<IotPayCard secureId={secureId} redirect="manual" options={{ darkMode: 'auto' }} />, strict);
    await formIs('ready');
    const [light] = forms();
    expect(light?.style.colorScheme).toBe('light');

    await commands.preferColors('dark');
    await expect.poll(() => forms()[0]?.style.colorScheme).toBe('dark');
    await formIs('ready');
    expect(forms()).toHaveLength(1);

    await commands.typeInto('[data-status]', 'Name on card', 'Grace');
    const heard = new Promise((resolve) => {
      const dark = matchMedia('(prefers-color-scheme: dark)');
      dark.addEventListener('change', resolve, { once: true });
    });
    await commands.preferColors('light');
    await heard;
    await nextTask();
    expect(await commands.typeInto('[data-status]', 'Name on card')).toBe('Grace');
    expect(forms()[0]?.style.colorScheme).toBe('dark');
  });
});
