import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { transform } from 'esbuild';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import webpack, { type Configuration, type Stats } from 'webpack';
import { newCustomer, openBrowser } from './customer';
import { serveFixture, type FixtureShop } from './fixtureShop';
import { installShop, load, run, type InstalledShop } from './installedShop';

const page = resolve('test/package/fixtures/checkoutPage.tsx');

const html = (script: string) =>
  `<!doctype html><html lang="en"><title>Shop</title><link rel="icon" href="data:,">${script}</html>`;

/** @returns what Vite had to complain of. */
async function buildWithVite({ root }: InstalledShop): Promise<string> {
  await cp(page, join(root, 'checkoutPage.tsx'));
  await writeFile(join(root, 'package.json'), '{"type":"module"}');
  await writeFile(join(root, 'index.html'), html('<script type="module" src="/checkoutPage.tsx"></script>'));
  await writeFile(
    join(root, 'vite.config.js'),
    `import react from '@vitejs/plugin-react'; export default { plugins: [react()] };`,
  );
  // As a shop's own machine runs it: Vitest's NODE_ENV would make it a build for development.
  const env = { ...process.env, NODE_ENV: 'production' as const, VITEST: undefined };
  const vite = resolve('node_modules/vite/bin/vite.js');
  return (await run(process.execPath, [vite, 'build'], { cwd: root, env })).stderr;
}

/** @returns what webpack had to complain of: names that React 18 does not export, for example. */
async function buildWithWebpack({ root }: InstalledShop): Promise<string> {
  // webpack reads no TypeScript by itself.
  const { code } = await transform(await readFile(page, 'utf8'), { loader: 'tsx', jsx: 'automatic' });
  await writeFile(join(root, 'checkoutPage.js'), code);
  const settings: Configuration = {
    mode: 'production',
    context: root,
    entry: './checkoutPage.js',
    output: { path: join(root, 'dist') },
    performance: false,
  };
  const stats = await new Promise<Stats | undefined>((done, failed) =>
    webpack(settings, (error, result) => (error ? failed(error) : done(result))),
  );
  const complaints = stats?.toString({ all: false, errors: true, warnings: true }) ?? 'Nothing was built.';
  if (stats?.hasErrors() ?? true) throw new Error(complaints);
  await writeFile(join(root, 'dist/index.html'), html('<body><script src="/main.js"></script></body>'));
  return complaints;
}

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
}, 60_000);

afterAll(() => browser.close());

describe.each([
  { bundler: 'Vite', react: 19 as const, build: buildWithVite, packages: ['vite', '@vitejs/plugin-react'] },
  { bundler: 'webpack', react: 18 as const, build: buildWithWebpack, packages: [] },
])('a shop with $bundler and React $react', ({ react, build, packages }) => {
  let shop: InstalledShop;
  let complaints: string;
  let served: FixtureShop;
  const opened: (() => Promise<void>)[] = [];

  beforeAll(async () => {
    shop = await installShop({ react, packages });
    opened.push(shop.remove);
    const sandbox = await (await load(shop, 'sandbox')).startSandbox({ clocks: { bankMs: 20 } });
    opened.push(sandbox.close);
    complaints = await build(shop);
    served = await serveFixture(shop, sandbox);
    opened.push(served.close);
  }, 60_000);

  afterAll(async () => {
    for (const close of opened.reverse()) await close();
  });

  it('builds without a warning', () => {
    expect(complaints).toBe('');
  });

  it('shows the form and takes a payment, and nothing in the console', async () => {
    const { shop: customer, payWith, problems } = await newCustomer(browser, served.url);
    await customer.open();
    await customer.sees(new RegExp(`React ${react}\\.`));
    await payWith('paid');
    await customer.sees(/^Paid 1500/);
    expect(problems).toEqual([]);
  });

  it('ships the library without the texts for developers', async () => {
    const dist = join(shop.root, 'dist');
    const files = await readdir(dist, { recursive: true });
    const scripts = files.filter((file) => file.endsWith('.js'));
    const code = (await Promise.all(scripts.map((file) => readFile(join(dist, file), 'utf8')))).join();
    // Not `toContain`, which would print all of React.
    const found = ['script_url_refused', 'Offer retry()', 'process.env'].filter((text) =>
      code.includes(text),
    );
    expect(found).toEqual(['script_url_refused']);
  });
});
