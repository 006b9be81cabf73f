import { create, type ThemeVars } from 'storybook/theming';

const fonts = {
  fontBase:
    "'Avenir Next', Avenir, 'Segoe UI Variable Text', 'Segoe UI', 'Helvetica Neue', Arial, sans-serif",
  fontCode: "ui-monospace, 'SF Mono', 'Cascadia Mono', Menlo, 'Liberation Mono', monospace",
  appBorderRadius: 4,
  inputBorderRadius: 4,
};

const brand = {
  brandTitle: 'react-iotpay',
  brandTarget: '_self',
} as const;

/** The stories' own paper and ink (storybook/look/tokens.css) around them. */
export const light: ThemeVars = create({
  base: 'light',
  ...brand,
  ...fonts,
  colorPrimary: '#0d5b47',
  colorSecondary: '#0d5b47',
  appBg: '#eef0ec',
  appContentBg: '#ffffff',
  appPreviewBg: '#f5f6f3',
  appBorderColor: '#d6dcd6',
  textColor: '#15211c',
  textMutedColor: '#54625b',
  barBg: '#ffffff',
  barTextColor: '#54625b',
  barHoverColor: '#0d5b47',
  barSelectedColor: '#0d5b47',
});

export const dark: ThemeVars = create({
  base: 'dark',
  ...brand,
  ...fonts,
  colorPrimary: '#86d9ba',
  colorSecondary: '#2f8a6d',
  appBg: '#0e1311',
  appContentBg: '#151c19',
  appPreviewBg: '#101513',
  appBorderColor: '#2c3833',
  textColor: '#e6ede9',
  textMutedColor: '#a4b4ac',
  barBg: '#151c19',
  barTextColor: '#a4b4ac',
  barHoverColor: '#86d9ba',
  barSelectedColor: '#86d9ba',
});

/** The docs pages, where this colour is that of text. In the sidebar it is what white text stands on. */
export const darkDocs: ThemeVars = { ...dark, colorSecondary: '#86d9ba' };
