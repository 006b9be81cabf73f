import { fileURLToPath } from 'node:url';
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { findBrowser } from './scripts/findBrowser.ts';
import { fromSource } from './scripts/fromSource.ts';
import * as commands from './test/browser/commands.ts';
import * as networkCommands from './test/browser/networkCommands.ts';
import * as shopCommands from './test/browser/shopCommands.ts';

/**
 * The groups run one after the other, because each keeps two cores busy. Tests in Chromium get a second try, because
 * its headless windows sometimes come up without a size.
 */
const groups = { inChromium: 1, stories: 2, shop: 3, pages: 4, demo: 5 };

/** A browser that the tests themselves run in. */
function inChromium(): NonNullable<NonNullable<TestProjectInlineConfiguration['test']>['browser']> {
  const executablePath = findBrowser();
  return {
    enabled: true,
    headless: true,
    screenshotFailures: false,
    // Content that fits into the window is not scaled. Scaling breaks Playwright's clicks inside another site's iframe.
    viewport: { width: 1000, height: 700 },
    provider: playwright({
      launchOptions: {
        ...(executablePath && { executablePath }),
        args: ['--no-sandbox', '--disable-gpu'],
      },
    }),
    instances: [{ browser: 'chromium' }],
  };
}

const react18 = fileURLToPath(new URL('test/react18/node_modules/', import.meta.url));

/** Aliases to the older React; `npm run react18` installs it. */
const olderReact = ['react', 'react-dom'].map((name) => ({
  find: new RegExp(`^${name}(?=/|$)`),
  replacement: react18 + name,
}));

const ours = Object.entries(fromSource.resolve.alias).map(([find, replacement]) => ({ find, replacement }));

/** The tests of these that `npm test` runs. The rest takes minutes. */
const everyTime = [
  'test/browser/{exactlyOnce,change,checkout}.test.tsx',
  'test/browser/{accessi,fake}*.test.tsx',
];

/** About IOTPay's form, the fake's and the style sheet, in which React has no part. */
const sameOnAnyReact = ['test/browser/{accessi,fake,hosted}*.test.tsx'];

/** The client's hard cases in a real browser, where IOTPay's iframe is another site's. */
function clientInChromium(
  name: string,
  version: 18 | 19,
  files: { include?: string[]; exclude?: string[] },
): TestProjectInlineConfiguration {
  return {
    ...fromSource,
    resolve: { alias: [...ours, ...(version === 18 ? olderReact : [])] },
    cacheDir: `node_modules/.vite/${name.replace(/\W+/g, '-')}`,
    optimizeDeps: {
      include: [
        'react',
        'react-dom',
        'react-dom/client',
        'react/jsx-runtime',
        'react/jsx-dev-runtime',
        '@testing-library/react',
        'axe-core',
      ],
    },
    test: {
      name,
      include: ['test/browser/**/*.test.tsx'],
      ...files,
      globalSetup: ['test/browser/startGateway.ts'],
      setupFiles: ['test/browser/page.ts'],
      sequence: { groupOrder: groups.inChromium },
      retry: 1,
      testTimeout: 30_000,
      // A busy machine must not fail a test.
      expect: { poll: { timeout: 10_000 } },
      provide: { reactVersion: version },
      // The tests look at the gateway's pages, and without this the pages' style sheets are empty.
      css: true,
      browser: { ...inChromium(), commands: { ...commands, ...networkCommands, ...shopCommands } },
    },
  };
}

/** Each story is a test. Stories that `npm test` leaves out have the tag `ci`. */
function storiesInChromium(
  name: string,
  tags: { include?: string[]; exclude?: string[] },
): TestProjectInlineConfiguration {
  return {
    plugins: [storybookTest({ configDir: '.storybook', tags })],
    cacheDir: `node_modules/.vite/${name.replace(/\W+/g, '-')}`,
    test: {
      name,
      sequence: { groupOrder: groups.stories },
      retry: 1,
      testTimeout: 30_000,
      browser: inChromium(),
    },
  };
}

const moreOfTheDemo = [
  'test/e2e/{accessible,failure,language,layoutShift,notification,page,rawWords,payAgain,redirect,refund,savedCard,unionPay}.test.ts',
];

/** The example shop, as a customer uses it. */
function demoInChromium(
  name: string,
  files: { include?: string[]; exclude?: string[] },
): TestProjectInlineConfiguration {
  return {
    test: {
      name,
      environment: 'node',
      include: ['test/e2e/**/*.test.ts'],
      ...files,
      sequence: { groupOrder: groups.demo },
      globalSetup: ['test/e2e/startOnce.ts'],
      testTimeout: 30_000,
      hookTimeout: 60_000,
      fileParallelism: false,
      retry: 1,
    },
  };
}

export default defineConfig({
  test: {
    reporters: ['default', ['json', { outputFile: `.test-results/${process.env.TEST_RUN ?? 'tests'}.json` }]],
    // `npm test` leaves out projects whose names begin with `CI: `; `.ci/run` runs all.
    projects: [
      {
        ...fromSource,
        test: {
          name: 'browser code in jsdom',
          environment: 'jsdom',
          include: [
            'test/client/**/*.test.{ts,tsx}',
            'test/testing/**/*.test.{ts,tsx}',
            'test/sandbox/browser/console/**/*.test.tsx',
          ],
          exclude: ['test/client/**/*.node.test.*'],
          setupFiles: ['test/react.ts'],
          restoreMocks: true,
        },
      },
      {
        ...fromSource,
        test: {
          name: 'server code in Node',
          environment: 'node',
          include: [
            'test/contract/**/*.test.ts',
            'test/server/**/*.test.ts',
            'test/sandbox/**/*.test.ts',
            'test/cli/**/*.test.ts',
            'test/doctor/**/*.test.ts',
            'test/client/**/*.node.test.{ts,tsx}',
            'test/docs/**/*.test.ts',
            'test/*.test.ts',
          ],
          // Modules keep no state that a test could notice, and a process for each file took longer than the tests.
          isolate: false,
          // Hundreds of random cases in one test take their time on a slow machine.
          testTimeout: 30_000,
          restoreMocks: true,
        },
      },
      {
        ...fromSource,
        resolve: { alias: [...ours, ...olderReact] },
        test: {
          name: 'CI: page histories, React 18',
          environment: 'jsdom',
          include: ['test/client/history/**/*.test.tsx'],
        },
      },
      {
        ...fromSource,
        test: {
          name: 'orders in Node',
          environment: 'node',
          include: ['test/orders/**/*.test.ts'],
          globalSetup: ['test/orders/embedded/template.ts'],
          // The embedded Postgres of a worker is started once, for all its files.
          isolate: false,
          restoreMocks: true,
          hookTimeout: 60_000,
          testTimeout: 120_000,
        },
      },
      clientInChromium('the client in Chromium', 19, { include: everyTime }),
      clientInChromium('CI: the client in Chromium, React 19', 19, { exclude: everyTime }),
      clientInChromium('CI: the client in Chromium, React 18', 18, { exclude: sameOnAnyReact }),
      storiesInChromium('the stories in Chromium', { exclude: ['ci'] }),
      storiesInChromium('CI: more stories in Chromium', { include: ['ci'] }),
      {
        ...fromSource,
        test: {
          name: 'the example shop',
          environment: 'node',
          include: ['test/examples/**/*.test.ts'],
          sequence: { groupOrder: groups.shop },
          restoreMocks: true,
          testTimeout: 60_000,
          hookTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'CI: the packed tarball',
          environment: 'node',
          include: ['test/package/**/*.test.ts'],
          testTimeout: 30_000,
        },
      },
      {
        ...fromSource,
        test: {
          name: 'CI: pages in Chromium',
          environment: 'node',
          include: ['test/pages/**/*.test.ts'],
          sequence: { groupOrder: groups.pages },
          retry: 1,
          globalSetup: ['test/browser/startGateway.ts', 'test/pages/startPages.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          // The sandbox's form and console are tested as customers and developers see them, with their style sheets.
          css: true,
          expect: { poll: { timeout: 10_000 } },
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'CI: the docs pages of Storybook',
          environment: 'node',
          include: ['test/storybook/**/*.test.ts'],
          retry: 1,
          globalSetup: ['test/storybook/serveStorybook.ts'],
          // The page with every state loads fourteen stories, which takes its time on a busy machine.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      demoInChromium('the demo in Chromium', { exclude: moreOfTheDemo }),
      demoInChromium('CI: more of the demo in Chromium', { include: moreOfTheDemo }),
    ],
  },
});
