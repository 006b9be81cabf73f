import { readdirSync, readFileSync } from 'node:fs';
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

it.each([
  ['wholeShop.mdx', 'examples/minimal/Checkout.tsx'],
  ['wholeShop.mdx', 'examples/minimal/payments.ts'],
  ['wholeShop.mdx', 'test/testing/checkout/Payment.test.tsx'],
  ['gettingStarted.mdx', 'test/testing/checkout/CardForm.tsx'],
  ['testing.mdx', 'test/testing/checkout/CardForm.test.tsx'],
])('Storybook’s guide %s shows the text of %s itself', (page, file) => {
  expect(readFileSync(`storybook/docs/${page}`, 'utf8')).toContain(`from '../../${file}?raw'`);
});

it('no snippet or recipe writes the checkout’s page once more', () => {
  const files = ['storybook/snippets', recipes].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => `${folder}/${file}`),
  );
  expect(files.length).toBeGreaterThan(10);
  expect(files.filter((file) => readFileSync(file, 'utf8').includes('<IotPayCheckout'))).toEqual([]);
});
