import { cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { installShop, run, type InstalledShop } from './installedShop';

/** The oldest that knows both resolutions, and the newest. README.md names them. */
const compilers = { oldest: '5.0.4', newest: '7.0.2' };

/** The oldest takes its time over React's types and Node's. */
const patience = { timeout: 90_000 };

const files = ['checkoutPage.tsx', 'everyEntry.ts'];

let shop: InstalledShop;

beforeAll(async () => {
  shop = await installShop({ packages: ['@types/react', '@types/react-dom', '@types/node'] });
  for (const file of files) await cp(join('test/package/fixtures', file), join(shop.root, file));
  await writeFile(join(shop.root, 'package.json'), '{"type":"module"}');
  await installCompilers(shop.root);
}, 120_000);

afterAll(() => shop.remove());

/** Into a folder of their own: npm would take away what the shop's `node_modules` has that no manifest names. */
async function installCompilers(root: string): Promise<void> {
  const packages = Object.entries(compilers).map(([name, version]) => `${name}@npm:typescript@${version}`);
  const flags = ['--no-save', '--no-audit', '--no-fund', '--prefer-offline'];
  await run('npm', ['install', '--prefix', join(root, 'compilers'), ...flags, ...packages]);
}

const settings = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  verbatimModuleSyntax: true,
  // Ours are checked like the shop's own, and so are those of React and Node.
  skipLibCheck: false,
  noEmit: true,
  jsx: 'react-jsx',
  target: 'es2022',
  types: ['node'],
};

describe.each(Object.entries(compilers))('the %s TypeScript, %s', (name) => {
  it.each([
    { moduleResolution: 'node16', module: 'node16' },
    { moduleResolution: 'bundler', module: 'esnext' },
  ])(
    'reads the types of every entry, with moduleResolution $moduleResolution',
    patience,
    async (resolution) => {
      const config = join(shop.root, 'tsconfig.json');
      await writeFile(config, JSON.stringify({ compilerOptions: { ...settings, ...resolution }, files }));
      const tsc = join(shop.root, 'compilers/node_modules', name, 'bin/tsc');
      const { stdout } = await run(process.execPath, [tsc, '-p', config]).catch(
        (error: unknown) => error as { stdout: string },
      );
      expect(stdout).toBe('');
    },
  );
});
