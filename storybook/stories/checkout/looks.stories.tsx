import type { Meta } from '@storybook/react-vite';
import { fr, zh, type IotPayCheckoutProps, type IotPayLanguage } from 'react-iotpay';
import { expect } from 'storybook/test';
import { findForm, typeCard } from '../../customer';
import { openShop, shop } from '../../fakeShop';
import type { ShopLanguage } from '../../shop/words';
import { wholeArgs, wholeMeta, type WholeStory } from './wholeCheckout';

const cards = [
  { cardId: 'visa', channel: 'PF_CC', cardNum: '424242******4242', expiryDate: '1230' },
] as const;

/** `react-iotpay/checkout.css` is one look, made of CSS variables; every part has a class of its own. */
const meta: Meta<IotPayCheckoutProps> = {
  ...wholeMeta,
  title: 'Checkout/Looks',
  tags: ['ci'],
  args: { ...wholeArgs(), methods: ['card', 'unionpay', 'saved'] },
  beforeEach: openShop({ cards }),
};
export default meta;

function speaks(language: ShopLanguage, { messages }: IotPayLanguage): WholeStory {
  return {
    globals: { locale: language },
    play: async ({ canvas, step }) => {
      await typeCard(await findForm(canvas, language));
      await step('A decline', async () => {
        await shop().decline();
        await expect(await canvas.findByRole('alert')).toHaveTextContent(messages.declined);
        canvas.getByRole('button', { name: messages.tryAnotherCard }).click();
      });
      await findForm(canvas, language);
      await shop().pay();
      await expect(await canvas.findByText(messages.paid)).toBeVisible();
    },
  };
}

export const French: WholeStory = { ...speaks('fr', fr), name: 'Français' };

export const Chinese: WholeStory = { ...speaks('zh', zh), name: '中文' };

export const FrenchForm: WholeStory = {
  name: 'Français, formulaire',
  globals: { locale: 'fr' },
  play: async ({ canvas }) => {
    await typeCard(await findForm(canvas, 'fr'));
    await expect(canvas.getByText(fr.checkout?.total ?? '')).toHaveTextContent(/37,66/);
  },
};

export const Dark: WholeStory = {
  globals: { scheme: 'dark' },
  args: { options: { darkMode: true } },
  play: async ({ canvas }) => {
    await typeCard(await findForm(canvas));
    await expect(shop().iotpay.mounts[0]?.options?.darkMode).toBe(true);
  },
};

export const DarkDeclined: WholeStory = {
  ...Dark,
  play: async ({ canvas }) => {
    await findForm(canvas);
    await shop().decline();
    await expect(await canvas.findByRole('alert')).toBeVisible();
  },
};

const fitsTheWidth = async () => {
  const { scrollWidth, clientWidth } = document.documentElement;
  await expect(scrollWidth).toBe(clientWidth);
};

/** 320 px: a small phone, or a page at 400 % zoom. */
export const Narrow: WholeStory = {
  globals: { viewport: { value: 'narrow', isRotated: false } },
  play: async ({ canvas }) => {
    await typeCard(await findForm(canvas));
    await fitsTheWidth();
  },
};

export const NarrowPaid: WholeStory = {
  ...Narrow,
  play: async ({ canvas }) => {
    await findForm(canvas);
    await shop().pay();
    await canvas.findByText('ORDER1');
    await fitsTheWidth();
  },
};

/** Without a variable set. It is dark where the page's `color-scheme` is. */
export const AsItComes: WholeStory = {
  args: { className: 'as-it-comes' },
  play: async ({ canvas }) => {
    await findForm(canvas);
    await expect(canvas.getByRole('radio', { name: 'Card' })).toBeChecked();
  },
};

export const AsItComesDark: WholeStory = {
  globals: { scheme: 'dark' },
  args: { className: 'as-it-comes', options: { darkMode: true } },
  play: async ({ canvas }) => {
    await findForm(canvas);
    const { backgroundColor } = getComputedStyle(canvas.getByRole('group', { name: 'Payment' }));
    await expect(backgroundColor).toBe('rgb(23, 26, 34)');
  },
};

/** The shop's own colours and corners, by the variables alone. */
export const OwnVariables: WholeStory = {
  args: {
    style: {
      '--iotpay-accent': '#7a2e8e',
      '--iotpay-on-accent': '#ffffff',
      '--iotpay-radius': '14px',
    } as React.CSSProperties,
  },
  play: async ({ canvas }) => {
    await findForm(canvas);
    await shop().decline();
    const button = await canvas.findByRole('button', { name: 'Try another card' });
    await expect(getComputedStyle(button).backgroundColor).toBe('rgb(122, 46, 142)');
  },
};
