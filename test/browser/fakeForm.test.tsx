import { render, screen } from '@testing-library/react';
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commands, page, userEvent } from 'vitest/browser';
import { IotPayCard, type IotPayCardOptions } from '../../src/index';
import { installFakeIotPay, type FakeIotPay, type FakeIotPayOptions } from '../../src/testing/index';
import { formIs, forms } from './shop';

let fake: FakeIotPay;

afterEach(() => fake.restore());

/** A shop with the fake's form on it, as a story shows it. */
async function openForm(options: IotPayCardOptions = {}, install: FakeIotPayOptions = {}): Promise<Document> {
  fake = installFakeIotPay(install);
  render(<IotPayCard secureId="s" redirect="manual" options={options} />);
  await formIs('ready');
  const inside = forms()[0]?.contentDocument;
  if (!inside) throw new Error('The form is not of the page’s own origin');
  return inside;
}

const values = (inside: Document) => [...inside.querySelectorAll('input')].map(({ value }) => value);

it('is typed into and sent by keyboard, with the hands of a customer', async () => {
  const inside = await openForm({}, { onSubmit: (form) => form.succeed() });
  inside.querySelector('input')?.focus();
  for (const text of ['4242 4242', 'Ada', '12/39']) {
    await userEvent.keyboard(text);
    await userEvent.keyboard('{Tab}');
  }
  expect(values(inside)).toEqual(['4242 4242', 'Ada', '12/39', '']);
  await userEvent.keyboard('{Enter}');
  await formIs('settled');
});

describe.each([1000, 320])('in a window of %i pixels', (width) => {
  beforeEach(() => page.viewport(width, 700));
  afterEach(() => page.viewport(1000, 700));

  it.each<IotPayCardOptions>([{}, { theme: 'card', button: { height: '80px' } }])(
    'is as high as it needs to be with %j, and no wider than its place',
    async (options) => {
      const inside = await openForm(options);
      const overflow = () => {
        const { scrollHeight, clientHeight, scrollWidth, clientWidth } = inside.documentElement;
        return [scrollHeight - clientHeight, scrollWidth - clientWidth];
      };
      await expect.poll(overflow).toEqual([0, 0]);
      const [frame] = forms();
      const form = inside.querySelector('form');
      expect(frame?.clientHeight).toBeCloseTo(form?.getBoundingClientRect().height ?? 0, -1);
    },
  );
});

it.each<[IotPayCardOptions, string]>([
  [{ darkMode: false }, 'en'],
  [{ darkMode: true }, 'fr-CA'],
  [{ darkMode: false, theme: 'card' }, 'zh-Hans'],
  [{ darkMode: true, theme: 'card' }, 'en'],
])('has no fault for axe with %j in %s', async (options, locale) => {
  const inside = await openForm(options, { locale });
  const window = inside.defaultView as
    (Window & { axe?: typeof axe; eval: (code: string) => unknown }) | null;
  window?.eval(axe.source);
  const result = await window?.axe?.run('form');
  expect(result?.passes.map(({ id }) => id)).toContain('color-contrast');
  expect(result?.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
});

it('has an outline around its button in forced colours', async () => {
  await commands.prefer({ forcedColors: 'active' });
  const inside = await openForm();
  const button = inside.querySelector('button');
  const style = button && inside.defaultView?.getComputedStyle(button);
  expect(style?.borderTopStyle).toBe('solid');
  await commands.prefer({ forcedColors: 'none' });
});

it('asks no network', async () => {
  performance.clearResourceTimings();
  await openForm({ theme: 'card' });
  expect(screen.getByTitle('Card details')).toBe(forms()[0]);
  expect(performance.getEntriesByType('resource').filter(({ name }) => name.includes('iotpay'))).toEqual([]);
});
