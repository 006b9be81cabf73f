import type { Preview } from '@storybook/react-vite';
import { configure } from 'storybook/test';
import 'react-iotpay/checkout.css';
import '../storybook/look/tokens.css';
import '../storybook/look/page.css';
import '../storybook/look/counter.css';
import '../storybook/look/receipt.css';
import '../storybook/look/cardForm.css';
import '../storybook/look/controls.css';
import '../storybook/look/wallet.css';
import '../storybook/look/lists.css';
import '../storybook/look/points.css';
import '../storybook/look/stepper.css';
import '../storybook/look/ticket.css';
import '../storybook/look/savedCards.css';
import '../storybook/look/orderSummary.css';
import '../storybook/look/timeline.css';
import '../storybook/look/docs.css';
import '../storybook/look/wholeCheckout.css';
import { docsFrameUrl, stageInDocs } from '../storybook/docsFrame';
import { installFake, pageLoads, welcomeVisitor } from '../storybook/fakeSdk';
import { ShopPage } from '../storybook/shop/ShopPage';
import type { ShopLanguage } from '../storybook/shop/words';
import { DocsPage } from './DocsPage';
import { extractArgTypes } from './extractArgTypes';
import type { Scheme } from '../storybook/shop/scheme';

Object.assign(globalThis, { PREVIEW_URL: docsFrameUrl });

// CI has few cores.
configure({ asyncUtilTimeout: 5000 });

const preview: Preview = {
  parameters: {
    layout: 'fullscreen',
    a11y: { test: 'error' },
    controls: { expanded: true, sort: 'requiredFirst' },
    docs: {
      container: DocsPage,
      extractArgTypes,
      toc: { headingSelector: 'h2, h3', title: 'On this page' },
      // One page has one SDK: stories that share a docs page each need a page of their own.
      story: { inline: false, height: '640px' },
    },
    viewport: {
      options: {
        narrow: { name: 'Narrow', type: 'mobile', styles: { width: '320px', height: '640px' } },
        phone: { name: 'Phone', type: 'mobile', styles: { width: '390px', height: '844px' } },
        tablet: { name: 'Tablet', type: 'tablet', styles: { width: '820px', height: '1100px' } },
        desktop: { name: 'Desktop', type: 'desktop', styles: { width: '1280px', height: '860px' } },
      },
    },
    options: {
      storySort: {
        order: [
          'Guide',
          [
            'Getting started',
            'A whole shop',
            'Outcomes',
            'Server side',
            'Testing',
            'Content-Security-Policy',
            'Theming',
            'Custom UI',
          ],
          'Checkout',
          ['Paying', 'Ways to pay', 'Waiting', 'Failures', 'Looks', 'Own markup', 'Following an order'],
          'Card form',
          ['Pay', 'Add', 'Colours', 'Button', 'Languages', 'Devices', 'Two forms'],
          'States',
          ['All states at a glance', 'Loading', 'Failures', 'Outcomes', 'Settled', 'Redirects'],
          'Custom UI',
          ['Stepper', 'Dialog', 'Saved cards', 'Order summary', 'Status timeline'],
          'Sandbox',
          'Reference',
        ],
      },
    },
  },
  globalTypes: {
    scheme: {
      description: 'Light or dark, for the page and the hosted form',
      toolbar: {
        title: 'Colours',
        icon: 'contrast',
        dynamicTitle: true,
        items: [
          { value: 'system', title: 'As the system' },
          { value: 'light', title: 'Light', icon: 'sun' },
          { value: 'dark', title: 'Dark', icon: 'moon' },
        ],
      },
    },
    locale: {
      description: 'What the library and the shop speak',
      toolbar: {
        title: 'Language',
        icon: 'globe',
        dynamicTitle: true,
        items: [
          { value: 'en', title: 'English' },
          { value: 'fr', title: 'Français' },
          { value: 'zh', title: '中文' },
        ],
      },
    },
  },
  initialGlobals: { scheme: 'system', locale: 'en' },
  beforeEach: installFake,
  afterEach: [stageInDocs, welcomeVisitor],
  decorators: [
    (Story, { globals }) => (
      <ShopPage key={pageLoads()} scheme={globals.scheme as Scheme} language={globals.locale as ShopLanguage}>
        <Story />
      </ShopPage>
    ),
  ],
};

export default preview;
