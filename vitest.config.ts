import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { browserSourceForVite } from './scripts/browserSource.ts';

const src = (path: string) => fileURLToPath(new URL(`./src/${path}`, import.meta.url));

const fromSource = {
  plugins: [browserSourceForVite()],
  resolve: {
    alias: {
      'react-iotpay/server': src('server/index.ts'),
      'react-iotpay/testing': src('testing/index.ts'),
      'react-iotpay/sandbox': src('sandbox/index.ts'),
      'react-iotpay': src('index.ts'),
    },
  },
};

export default defineConfig({
  test: {
    reporters: ['default', ['json', { outputFile: `.test-results/${process.env.TEST_RUN ?? 'tests'}.json` }]],
    projects: [
      {
        ...fromSource,
        test: {
          name: 'browser code in jsdom',
          environment: 'jsdom',
          include: ['test/client/**/*.test.{ts,tsx}', 'test/testing/**/*.test.{ts,tsx}'],
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
            'test/client/**/*.node.test.{ts,tsx}',
            'test/*.test.ts',
          ],
          restoreMocks: true,
        },
      },
      {
        test: {
          name: 'the packed tarball',
          environment: 'node',
          include: ['test/package/**/*.test.ts'],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'the demo in Chromium',
          environment: 'node',
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: ['test/e2e/startOnce.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          fileParallelism: false,
          // Chromium's headless windows now and then come up without a size; a second window has one.
          retry: 1,
        },
      },
    ],
  },
});
