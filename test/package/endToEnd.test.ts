import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { createServer } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ensureBrowser } from '../../scripts/findBrowser';
import { freePort } from '../../scripts/freePort';
import { printedCode } from '../docs/printedCode';
import { installShopInCheckout, run, type InstalledShop } from './installedShop';
import { ownMachine, startProgram } from './recipes/recipeShop';

/** An embedded Postgres, two page servers and a browser take seconds to start. */
const patience = { timeout: 120_000 };

const playwright = resolve('node_modules/playwright/cli.js');

let shop: InstalledShop;

/** The smallest shop with the packed tarball, beside the test and the page that docs/testing.md prints. */
beforeAll(async () => {
  shop = await installShopInCheckout();
  await cp('examples/minimal', shop.root, { recursive: true });
  await write('checkout.spec.ts', printedCode('checkout.spec.ts'));
  await write('fakePage.tsx', printedCode('fakePage.tsx'));
  await write('package.json', '{"type":"module"}');
  // The runner under the name that shops know; it is installed here as a part of Playwright.
  await mkdir(join(shop.root, 'node_modules/@playwright/test'), { recursive: true });
  await write('node_modules/@playwright/test/package.json', '{"type":"module","exports":"./index.js"}');
  await write(
    'node_modules/@playwright/test/index.js',
    `export * from ${JSON.stringify('playwright/test')};`,
  );
  const browser = JSON.stringify({
    executablePath: await ensureBrowser(),
    args: ['--no-sandbox', '--disable-gpu'],
  });
  await write(
    'playwright.config.ts',
    `export default { use: { baseURL: process.env.SHOP_URL, launchOptions: ${browser} }, reporter: 'line' };`,
  );
}, patience.timeout);

afterAll(() => shop.remove());

const write = (file: string, text: string) => writeFile(join(shop.root, file), text);

async function playSpec(url: string): Promise<string> {
  const env = { ...ownMachine, SHOP_URL: url };
  const { stdout } = await run(process.execPath, [playwright, 'test'], { cwd: shop.root, env }).catch(
    (error: unknown) => error as { stdout: string },
  );
  return stdout;
}

it('the printed Playwright test pays in the sandbox’s iframe', patience, async () => {
  const program = [process.execPath, '--import', 'tsx', 'start.ts'];
  const server = await startProgram(program, { cwd: shop.root, port: await freePort(), env: {} });
  try {
    expect(await playSpec(server.url)).toContain('1 passed');
  } finally {
    await server.close();
  }
});

it('the same test pays in the fake’s iframe, on the printed page', patience, async () => {
  await write(
    'index.html',
    '<!doctype html><main></main><script type="module" src="/fakePage.tsx"></script>',
  );
  const pages = await createServer({
    configFile: false,
    root: shop.root,
    logLevel: 'error',
    cacheDir: join(shop.root, '.vite'),
    plugins: [react()],
    server: { port: await freePort(), host: 'localhost' },
    optimizeDeps: { entries: ['fakePage.tsx'] },
  });
  await pages.listen();
  try {
    expect(await playSpec(pages.resolvedUrls?.local[0] ?? '')).toContain('1 passed');
  } finally {
    await pages.close();
  }
});
