import { Stryker } from '@stryker-mutator/core';
import { type PartName, parts } from './parts.ts';

/**
 * Changes the code that decides about money, one small change after the other, and counts those that a test notices:
 * `npm run bench:mutation`, `… -- orders`, or `… -- orders src/orders/ledger/schedule.ts`.
 */
const names = Object.keys(parts) as PartName[];
const asked = process.argv.slice(2);
const files = asked.filter((word) => word.includes('/'));
for (const name of names.filter((one) => asked.length === 0 || asked.includes(one))) {
  process.env.MUTATED_PART = name;
  const results = await new Stryker({
    testRunner: 'vitest',
    plugins: ['@stryker-mutator/vitest-runner'],
    mutate: files.length > 0 ? files : [...parts[name].mutate],
    vitest: { configFile: 'bench/mutation/vitest.config.ts', related: false },
    // Tests that run out of time count as noticed, and a busy machine must not make them do so.
    concurrency: 1,
    timeoutMS: 30_000,
    tempDirName: 'node_modules/.cache/stryker',
    reporters: ['clear-text', 'progress-append-only'],
    clearTextReporter: { allowColor: false, allowEmojis: false, reportTests: false },
  }).runMutationTest();
  const noticed = results.filter(({ status }) => status === 'Killed' || status === 'Timeout').length;
  const valid = results.filter(({ status }) => !['CompileError', 'RuntimeError', 'Ignored'].includes(status));
  console.log(`${name}: ${noticed} of ${valid.length} changes were noticed.`);
}
