import type { Meta } from '@storybook/react-vite';
import { en, fr, zh, type IotPayLanguage } from 'react-iotpay';
import { expect, userEvent } from 'storybook/test';
import { findForm, typeCard } from '../customer';
import { gateway } from '../fakeSdk';
import type { ShopLanguage } from '../shop/words';
import type { CheckoutProps } from '../shop/Checkout';
import { checkoutMeta, handlers, type CheckoutStory } from './checkoutMeta';

/**
 * What the library itself says, in three languages: `<IotPayProvider locale="fr-CA" languages={[fr, zh]}>`. What the shop says
 * is the shop's, and the form inside the iframe is IOTPay's. Each story meets a blocked script first, and ends on the form.
 */
const meta: Meta<CheckoutProps> = {
  ...checkoutMeta,
  title: 'Card form/Languages',
  args: { redirect: 'manual', script: { retries: 0 }, ...handlers() },
  beforeEach: () => void gateway().blockScript(),
};
export default meta;

function speaks(language: ShopLanguage, { messages }: IotPayLanguage): CheckoutStory {
  return {
    globals: { locale: language },
    play: async ({ canvas, step }) => {
      await step('The script is blocked, and the library says so', async () => {
        await expect(await canvas.findByRole('alert')).toHaveTextContent(messages.notLoaded);
        gateway().blockScript()();
        await userEvent.click(canvas.getByRole('button', { name: messages.retry }));
      });
      await step('The form opens in its language', async () => {
        await typeCard(await findForm(canvas, language));
        await expect(canvas.getByRole('group', { name: messages.title })).toHaveAttribute(
          'data-status',
          'ready',
        );
      });
    },
  };
}

export const English: CheckoutStory = speaks('en', en);

export const French: CheckoutStory = { ...speaks('fr', fr), name: 'Français' };

export const Chinese: CheckoutStory = { ...speaks('zh', zh), name: '中文' };

function failsIn(language: ShopLanguage, { messages }: IotPayLanguage): CheckoutStory {
  return {
    globals: { locale: language },
    play: async ({ canvas }) => {
      await expect(await canvas.findByRole('alert')).toHaveTextContent(messages.notLoaded);
    },
  };
}

export const FrenchFailure: CheckoutStory = { ...failsIn('fr', fr), name: 'Français, sans réseau' };

export const ChineseFailure: CheckoutStory = { ...failsIn('zh', zh), name: '中文，脚本被拦截' };
