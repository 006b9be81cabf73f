import { fileURLToPath } from 'node:url';
import type { StorybookConfig } from '@storybook/react-vite';
import { sandboxShop } from './sandboxShop.ts';

const source = (path: string) => fileURLToPath(new URL(`../src/${path}`, import.meta.url));

const config: StorybookConfig = {
  framework: '@storybook/react-vite',
  stories: ['../storybook/**/*.mdx', '../storybook/**/*.stories.tsx'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-vitest'],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  features: {
    // The toolbar's own light and dark take the hosted form along, which a background would not.
    backgrounds: false,
    sidebarOnboardingChecklist: false,
  },
  typescript: {
    // Reads the props tables out of the TSDoc, inherited fields and generics included.
    reactDocgen: 'react-docgen-typescript',
    reactDocgenTypescriptOptions: {
      shouldExtractLiteralValuesFromEnum: true,
      shouldRemoveUndefinedFromOptional: true,
      propFilter: (prop) => !prop.parent?.fileName.includes('node_modules'),
    },
  },
  viteFinal: (vite) => ({
    ...vite,
    // For older browsers light-dark() would be compiled to what the system prefers, and the toolbar could say nothing.
    build: { ...vite.build, cssTarget: ['chrome123', 'firefox120', 'safari17.5'] },
    plugins: [...(vite.plugins ?? []), sandboxShop()],
    resolve: {
      ...vite.resolve,
      alias: [
        { find: /^react-iotpay\/testing$/, replacement: source('testing/index.ts') },
        { find: /^react-iotpay\/checkout\.css$/, replacement: source('client/checkout/checkout.css') },
        { find: /^react-iotpay$/, replacement: source('index.ts') },
      ],
    },
  }),
};

export default config;
