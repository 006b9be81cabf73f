import { defineConfig } from 'vitest/config';
import { fromSource } from '../../scripts/fromSource.ts';
import { type Part, type PartName, parts } from './parts.ts';

const { environment, tests }: Part = parts[process.env.MUTATED_PART as PartName];

export default defineConfig({
  ...fromSource,
  test: {
    environment,
    // A module that was loaded before would not read a changed constant again.
    isolate: true,
    include: [...tests],
    restoreMocks: true,
    testTimeout: 30_000,
  },
});
