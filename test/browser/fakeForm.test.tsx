import { render, screen } from '@testing-library/react';
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { commands, page, userEvent } from 'vitest/browser';
import { IotPayCard, type IotPayCardOptions } from '../../src/index';
import { installFakeIotPay, type FakeIotPay, type FakeIotPayOptions } from '../../src/testing/index';
import { sdkWindow, type IotPaySdkOptions } from '../../src/contract/sdk';
import { formIs, forms, nextTask } from './shop';

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

/** The faults that axe finds in a part of the iframe's page. */
async function faultsOf(inside: Document, part: string): Promise<string[] | undefined> {
  const window = inside.defaultView as
    (Window & { axe?: typeof axe; eval: (code: string) => unknown }) | null;
  window?.eval(axe.source);
  const result = await window?.axe?.run(part);
  expect(result?.passes.map(({ id }) => id)).toContain('color-contrast');
  return result?.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
}

/** A form without this library around it, in a place of its own. */
async function mountAlone(options: IotPaySdkOptions = {}): Promise<HTMLElement> {
  const place = document.body.appendChild(document.createElement('div'));
  place.id = 'alone';
  onTestFinished(() => place.remove());
  document.head.append(
    Object.assign(document.createElement('script'), {
      src: 'https://ccapi.iotpaycloud.com/cc/iotpaycc.js',
    }),
  );
  await expect.poll(() => sdkWindow().Iotpay).toBeDefined();
  sdkWindow()
    .Iotpay?.('s', 'Pay', options)
    .mount('#alone', () => undefined);
  await expect.poll(() => place.querySelector('iframe')).not.toBeNull();
  return place;
}

const values = (inside: Document) => [...inside.querySelectorAll('input')].map(({ value }) => value);

it('lets a test type into the fake form and send it by keyboard, as a customer does', async () => {
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
    'makes the fake form as high as needed with %j, and no wider than its place',
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
])('shows axe no fault in the fake form with %j in %s', async (options, locale) => {
  const inside = await openForm(options, { locale });
  expect(await faultsOf(inside, 'form')).toEqual([]);
});

it.each([false, true])('shows axe no fault on the fake’s error page, dark: %s', async (darkMode) => {
  fake = installFakeIotPay();
  const place = await mountAlone({ darkMode });
  fake.fail();
  const inside = place.querySelector('iframe')?.contentDocument;
  expect(inside && (await faultsOf(inside, '.used'))).toEqual([]);
});

it('outlines the button of the fake form in forced colours', async () => {
  await commands.prefer({ forcedColors: 'active' });
  const inside = await openForm();
  const button = inside.querySelector('button');
  const style = button && inside.defaultView?.getComputedStyle(button);
  expect(style?.borderTopStyle).toBe('solid');
  await commands.prefer({ forcedColors: 'none' });
});

it('sends no request from the fake form', async () => {
  performance.clearResourceTimings();
  await openForm({ theme: 'card' });
  expect(screen.getByTitle('Card details')).toBe(forms()[0]);
  expect(performance.getEntriesByType('resource').filter(({ name }) => name.includes('iotpay'))).toEqual([]);
});

it('moves the focus into the fake form as a customer does', async () => {
  await openForm();
  const active: (Element | null)[] = [];
  const onBlur = () => active.push(document.activeElement);
  window.addEventListener('blur', onBlur);
  fake.touch();
  await nextTask();
  window.removeEventListener('blur', onBlur);
  expect(active).toEqual([forms()[0]]);
});

it('loads the fake form each time that its iframe is put into the page', async () => {
  fake = installFakeIotPay();
  const place = await mountAlone();
  await nextTask();
  const onLoad = vi.fn();
  place.querySelector('iframe')?.addEventListener('load', onLoad);
  for (const time of [1, 2]) {
    place.remove();
    document.body.append(place);
    await nextTask();
    expect(onLoad).toHaveBeenCalledTimes(time);
    expect(place.querySelector('iframe')?.contentDocument?.querySelector('form')).not.toBeNull();
  }
});

it('never takes the test’s page away, although the fake form’s redirectUrl is followed', async () => {
  const { navigation } = window as unknown as { navigation: EventTarget };
  const here = location.href;
  const left: unknown[] = [];
  const onNavigate = (event: Event) => {
    const { destination } = event as Event & { destination: { url: string } };
    left.push([destination.url.split('?')[0], event.defaultPrevented]);
  };
  // Before our own listener, which looks at what the fake's has done.
  fake = installFakeIotPay();
  navigation.addEventListener('navigate', onNavigate);
  onTestFinished(() => navigation.removeEventListener('navigate', onNavigate));
  render(<IotPayCard secureId="s" redirect="auto" />);
  await formIs('ready');
  fake.succeed();
  await expect.poll(() => left).toEqual([['https://shop.example/return', true]]);
  await nextTask();
  expect(location.href).toBe(here);
});
