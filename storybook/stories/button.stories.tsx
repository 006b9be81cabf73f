import type { Meta, StoryObj } from '@storybook/react-vite';
import type { IotPayButtonOptions, IotPaySdkOptions } from 'react-iotpay';
import { expect } from 'storybook/test';
import { findForm, typeCard } from '../customer';
import { gateway } from '../fakeSdk';
import { Checkout } from '../shop/Checkout';

type ButtonArgs = IotPayButtonOptions & Pick<IotPaySdkOptions, 'theme'>;

/** The button is IOTPay's, inside its iframe, where no style sheet of the shop's reaches. These seven values do. */
const meta: Meta<ButtonArgs> = {
  title: 'Card form/Button',
  render: ({ theme, ...button }) => (
    <Checkout redirect="manual" options={{ button, ...(theme && { theme }) }} />
  ),
  args: { text: 'Pay $37.66' },
  argTypes: {
    text: { control: 'text', description: 'The label.' },
    color: { control: 'color', description: 'CSS `color` of the label.' },
    backgroundColor: { control: 'color', description: 'CSS `background-color`.' },
    backgroundImage: { control: 'text', description: 'CSS `background-image`: a gradient or a `url()`.' },
    boxShadow: { control: 'text', description: 'CSS `box-shadow`; `none` for a flat button.' },
    height: { control: 'text', description: 'CSS `height`. At least 44px is kind to thumbs.' },
    borderRadius: { control: 'text', description: 'CSS `border-radius`.' },
    theme: { control: 'inline-radio', options: [undefined, 'card'], description: '`card` draws a card.' },
  },
};
export default meta;

type ButtonStory = StoryObj<ButtonArgs>;

const looksSo: NonNullable<ButtonStory['play']> = async ({ args, canvas }) => {
  const { theme, ...button } = args;
  const form = await findForm(canvas);
  await expect(form.getByRole('button', { name: args.text ?? '' })).toBeVisible();
  await typeCard(form);
  await expect(gateway().mounts[0]?.options?.button).toEqual(button);
  await expect(gateway().mounts[0]?.options?.theme).toBe(theme);
};

/** Every value at once; try them in the controls. */
export const EveryOption: ButtonStory = {
  args: {
    color: '#fff7e0',
    backgroundColor: '#7a1f3d',
    backgroundImage: 'linear-gradient(100deg, #7a1f3d, #4a1230)',
    boxShadow: '0 6px 16px rgb(74 18 48 / 0.35)',
    height: '56px',
    borderRadius: '12px',
  },
  play: looksSo,
};

/** Only the label. The rest is IOTPay's default. */
export const Label: ButtonStory = { play: looksSo };

export const FlatInTheShopsColours: ButtonStory = {
  args: {
    color: '#ffffff',
    backgroundColor: '#0d5b47',
    boxShadow: 'none',
    height: '52px',
    borderRadius: '5px',
  },
  play: looksSo,
};

export const Pill: ButtonStory = {
  args: {
    color: '#15211c',
    backgroundColor: '#f2c14e',
    boxShadow: 'none',
    height: '48px',
    borderRadius: '24px',
  },
  play: looksSo,
};

export const OnADrawnCard: ButtonStory = {
  args: { theme: 'card', color: '#ffffff', backgroundColor: '#a8431f', height: '52px', borderRadius: '5px' },
  play: looksSo,
};
