import { fireEvent, within } from '@testing-library/dom';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sdkWindow, type IotPayMode, type IotPaySdkOptions } from '../../../src/contract/sdk';
import { installFakeIotPay, type FakeIotPayOptions, type FakeMount } from '../../../src/testing/index';

afterEach(() => installFakeIotPay().restore());

beforeEach(() => {
  document.body.innerHTML = '<div id="place"></div>';
});

/** Opens a form as a page would, and looks into its frame. */
async function openForm(
  install: FakeIotPayOptions = {},
  options?: IotPaySdkOptions,
  mode: IotPayMode = 'Pay',
) {
  const fake = installFakeIotPay(install);
  document.head.append(
    Object.assign(document.createElement('script'), {
      src: 'https://ccapi.iotpaycloud.com/cc/iotpaycc.js',
    }),
  );
  await Promise.resolve();
  const callback = vi.fn();
  sdkWindow().Iotpay?.('s', mode, options).mount('#place', callback);
  await Promise.resolve();
  const page = document.querySelector('iframe')?.contentDocument;
  if (!page) throw new Error('The frame has no page');
  return { fake, callback, page, form: within(page.body), button: within(page.body).getByRole('button') };
}

describe('the fake’s form', () => {
  it.each([
    ['en', 'en', ['Card number', 'Name on card', 'Expiry date', 'Security code'], 'Pay', 'Save card'],
    [
      'fr-CA',
      'fr',
      ['Numéro de carte', 'Nom sur la carte', 'Date d’expiration', 'Code de sécurité'],
      'Payer',
      'Enregistrer la carte',
    ],
    ['zh-Hans-CA', 'zh', ['卡号', '持卡人姓名', '有效期', '安全码'], '支付', '保存银行卡'],
    ['de', 'en', ['Card number', 'Name on card', 'Expiry date', 'Security code'], 'Pay', 'Save card'],
  ])('shows the fake’s form in the language %j', async (locale, lang, labels, pay, save) => {
    const { page, form, button } = await openForm({ locale });
    expect(page.documentElement.lang).toBe(lang);
    for (const label of labels) expect(form.getByLabelText(label).tagName).toBe('INPUT');
    expect(button.textContent).toBe(pay);
    document.querySelector('iframe')?.remove();
    expect((await openForm({ locale }, {}, 'Add')).button.textContent).toBe(save);
  });

  it('takes the button’s label and looks from the shop', async () => {
    const looks = {
      color: 'rgb(1, 2, 3)',
      backgroundColor: 'rgb(4, 5, 6)',
      backgroundImage: 'none',
      boxShadow: 'none',
      height: '56px',
      borderRadius: '12px',
    };
    const { button } = await openForm({}, { button: { text: 'Buy <now>', ...looks } });
    expect(button.textContent).toBe('Buy <now>');
    for (const [name, value] of Object.entries(looks))
      expect(button.style[name as keyof typeof looks], name).toBe(value);
  });

  it.each([true, false])('shows a dark form when darkMode is %s', async (darkMode) => {
    const { page } = await openForm({}, { darkMode });
    const scheme = darkMode ? 'dark' : 'light';
    expect(page.defaultView?.getComputedStyle(page.documentElement).colorScheme).toBe(scheme);
    expect(document.querySelector('iframe')?.style.colorScheme).toBe(scheme);
  });

  it('draws a card that shows the input, with theme card', async () => {
    const { page, form } = await openForm({}, { theme: 'card' });
    const card = page.querySelector('[aria-hidden]');
    expect(card?.textContent).toBe('1234 1234 1234 1234Name on cardMM/YY');
    fireEvent.input(form.getByLabelText('Card number'), { target: { value: '4242' } });
    fireEvent.input(form.getByLabelText('Name on card'), { target: { value: 'Ada' } });
    expect(card?.textContent).toBe('4242AdaMM/YY');
  });

  it('draws no card without theme card', async () => {
    expect((await openForm()).page.querySelector('[aria-hidden]')).toBeNull();
  });
});

describe('its button', () => {
  it('does nothing when the form’s button is pressed without onSubmit', async () => {
    const { callback, button } = await openForm();
    fireEvent.click(button);
    expect(callback).not.toHaveBeenCalled();
    expect([button.textContent, button.ariaDisabled]).toEqual(['Pay', null]);
  });

  it('ends the payment by the form’s button as the test decides', async () => {
    const { callback, button } = await openForm({ onSubmit: (form) => form.fail('Declined') });
    fireEvent.click(button);
    expect(callback).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ result: 'FAIL', message: 'Declined' }),
    );
  });

  it('makes the form’s button busy once it was pressed, and takes no second press', async () => {
    const onSubmit = vi.fn<(form: FakeMount) => void>();
    const { fake, button } = await openForm({ onSubmit }, { button: { text: 'Buy' } });
    fireEvent.click(button);
    fireEvent.click(button);
    expect(onSubmit).toHaveBeenCalledExactlyOnceWith(fake.mounts[0]);
    expect([button.textContent, button.ariaDisabled]).toEqual(['One moment…', 'true']);
  });

  it('removes the form and its button once there is an outcome, also after a decline', async () => {
    const { fake, form } = await openForm({ onSubmit: () => undefined });
    fireEvent.click(form.getByRole('button'));
    fake.fail();
    expect(form.queryByRole('button')).toBeNull();
    expect(form.getByRole('heading').textContent).toBe('This page has been used');
  });

  it('sends nothing in the second form of a secureId that was paid with in the first', async () => {
    const onSubmit = vi.fn((form: FakeMount) => form.succeed());
    const { callback, form } = await openForm({ onSubmit });
    document.body.insertAdjacentHTML('beforeend', '<div id="other"></div>');
    const other = vi.fn();
    sdkWindow().Iotpay?.('s', 'Pay').mount('#other', other);
    await Promise.resolve();
    const second = document.querySelector<HTMLIFrameElement>('#other iframe')?.contentDocument?.body;
    if (!second) throw new Error('There is no second form');
    fireEvent.click(form.getByRole('button'));
    fireEvent.click(within(second).getByRole('button'));
    expect(within(second).getByRole('heading').textContent).toBe('This page has been used');
    expect(onSubmit).toHaveBeenCalledOnce();
    expect([callback.mock.calls.length, other.mock.calls.length]).toEqual([1, 0]);
  });
});
