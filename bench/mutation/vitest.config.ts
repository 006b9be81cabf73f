import { defineConfig } from 'vitest/config';
import { fromSource } from '../../scripts/fromSource.ts';
import { type Part, type PartName, parts } from './parts.ts';

const { environment, tests, readingSource = [] }: Part = parts[process.env.MUTATED_PART as PartName];

export default defineConfig({
  ...fromSource,
  test: {
    environment,
    // A process for each file would take longer than the tests.
    isolate: environment === 'jsdom',
    include: [...tests],
    exclude: [...readingSource],
    setupFiles: environment === 'jsdom' ? ['test/react.ts'] : [],
    restoreMocks: true,
    testTimeout: 30_000,
  },
});
