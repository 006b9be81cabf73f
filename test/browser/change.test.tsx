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

  it('stays with the form when the secureId changes and changes back within one task', async () => {
    const { rerender } = openShop(card({ secureId: 'a' }), strict);
    await formIs('ready');
    const before = forms();
    rerender(card({ secureId: 'b' }));
    rerender(card({ secureId: 'a' }));
    await nextTask();
    expect(opened()).toEqual(['Pay a']);
    expect(forms()).toEqual(before);
  });

  it('ends with the first form, and one outcome, when the secureId changes and changes back task by task', async () => {
    const onSuccess = vi.fn();
    const { rerender } = openShop(card({ secureId: 'a' }), strict);
    await formIs('ready');
    const [first] = forms();
    for (const secureId of ['b', 'a']) {
      await formIs('ready');
      rerender(card({ secureId, onSuccess }));
      await nextTask();
    }
    await formIs('ready');
    expect(opened()).toEqual(['Pay a', 'Pay b']);
    expect(forms()).toEqual([first]);
    iotpay.mounts.forEach((mount, index) => mount.succeed({ mchOrderNo: `ORDER-${index}` }));
    await formIs('settled');
    expect(onSuccess).toHaveBeenCalledTimes(1);
    expect(onSuccess).toHaveBeenCalledWith(
      expect.objectContaining({ order: expect.objectContaining({ mchOrderNo: 'ORDER-0' }) as unknown }),
    );
  });

  it('takes the form away without a secureId, and brings the same form back with the secureId', async () => {
    const { rerender } = openShop(card({ secureId: 'a' }), strict);
    await formIs('ready');
    const before = forms();
    rerender(card({ secureId: null }));
    await formIs('idle');
    await expect.poll(forms).toEqual([]);
    rerender(card({ secureId: 'a' }));
    await formIs('ready');
    await expect.poll(forms).toEqual(before);
    expect(opened()).toEqual(['Pay a']);
  });

  it('opens one new form when the mode changes from a payment to saving a card, and the other way round', async () => {
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

  it('never rebuilds the form for other options', async () => {
    const { rerender } = openShop(
      card({ secureId: 'a', options: { theme: 'card', button: { text: 'Pay', color: 'red' } } }),
      strict,
    );
    await formIs('ready');
    const before = forms();
    rerender(card({ secureId: 'a', options: { darkMode: true, button: { text: 'Buy', color: 'blue' } } }));
    await nextTask();
    await nextTask();
    await formIs('ready');
    expect(forms()).toEqual(before);
    expect(opened()).toEqual(['Pay a']);
  });

  it('takes the provider’s options when the form opens, and follows its words at once', async () => {
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
    rerender(page({ options: { darkMode: false }, messages: { title: 'Carte' } }));
    await nextTask();
    expect(getByRole('group', { name: 'Carte' })).toBeTruthy();
    expect(forms()).toEqual(before);
    expect(forms()[0]?.title).toBe('Carte');
    expect(iotpay.mounts.map(({ options }) => options)).toEqual([{ darkMode: true, theme: 'card' }]);
  });

  it('calls no handler that was taken away, and settles all the same', async () => {
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

  it('keeps the input through new handlers, and calls the latest one', async () => {
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

  it('keeps the colours that the customer’s system preferred when the form opened, and keeps the input when that changes', async () => {
    await commands.preferColors('dark');
    const secureId = await commands.makeSecureId('Pay');
    openShop(<IotPayCard secureId={secureId} redirect="manual" options={{ darkMode: 'auto' }} />, strict);
    await formIs('ready');
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
