import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { codeBlock } from './readmeBlock';

const recipes = [
  'express.ts',
  'fastify.ts',
  'hono.ts',
  'lambda.ts',
  'worker.ts',
  'app/routes.ts',
  'app/routes/pay.ts',
];

it.each(['payments.ts', 'server.ts', 'Checkout.tsx', 'database.ts'])(
  'the README prints %s of examples/minimal',
  (file) => {
    expect(codeBlock('README.md', file)).toBe(readFileSync(`examples/minimal/${file}`, 'utf8'));
  },
);

it.each(recipes)('docs/recipes.md prints the recipe %s that is tested', (file) => {
  const folder = file.startsWith('app/') ? 'test/package/recipes/reactRouter' : 'test/package/recipes';
  expect(codeBlock('docs/recipes.md', file)).toBe(readFileSync(`${folder}/${file}`, 'utf8'));
});
