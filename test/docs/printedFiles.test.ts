import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { codeBlocks, printedCode } from './printedCode';

const recipes = 'test/package/recipes';

/** Printed files that run as files of this project, and where they are. */
const sources = {
  'examples/minimal': ['payments.ts', 'server.ts', 'Checkout.tsx', 'database.ts'],
  [recipes]: ['express.ts', 'fastify.ts', 'hono.ts', 'lambda.ts', 'worker.ts'],
  [`${recipes}/reactRouter`]: ['app/routes.ts', 'app/routes/pay.ts'],
  'test/docs/printed': ['notify.test.ts'],
  'test/testing/checkout': ['Payment.test.tsx', 'CardForm.tsx', 'CardForm.test.tsx'],
};

const printed = Object.entries(sources).flatMap(([folder, files]) => files.map((file) => ({ folder, file })));

it.each(printed)('the documents print $file as it runs in $folder', ({ folder, file }) => {
  expect(printedCode(file)).toBe(readFileSync(`${folder}/${file}`, 'utf8'));
});

it('the README prints the whole of examples/minimal’s shop itself, and no other code', () => {
  const blocks = [...codeBlocks('README.md', 'ts'), ...codeBlocks('README.md', 'tsx')];
  expect(blocks.sort()).toEqual(sources['examples/minimal'].map(printedCode).sort());
});
