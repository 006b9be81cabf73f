import { fileURLToPath } from 'node:url';
import { build, type BuildOptions } from 'esbuild';
import type { Entrant } from './entrants';

const here = fileURLToPath(new URL('.', import.meta.url));

const shared: BuildOptions = {
  bundle: true,
  write: false,
  target: 'es2022',
  platform: 'browser',
  // From the package's build, as a shop gets it, and not from the sources that TypeScript resolves.
  alias: { 'react-iotpay': fileURLToPath(new URL('../../dist/index.js', import.meta.url)) },
  tsconfigRaw: { compilerOptions: { jsx: 'react-jsx' } },
  logLevel: 'error',
};

const environment = (mode: 'production' | 'development'): BuildOptions => ({
  minify: mode === 'production',
  define: { 'process.env.NODE_ENV': JSON.stringify(mode) },
});

const inline = (contents: string): BuildOptions => ({ stdin: { contents, resolveDir: here, loader: 'ts' } });

async function bundle(entry: BuildOptions, options: BuildOptions): Promise<string> {
  const result = await build({ ...shared, ...entry, ...options });
  return result.outputFiles?.[0]?.text ?? '';
}

/** The page's script: the entrant's checkout, and the code that acts on it, which must load before React. */
export const stageBundle = ({ module }: Entrant, mode: 'production' | 'development'): Promise<string> =>
  bundle(
    inline(`import { openStage } from './inPage/stage';
     import * as checkout from './checkouts/${module}';
     openStage(checkout);`),
    { ...environment(mode), format: 'iife' },
  );

/** The script of a page with only the entrant's checkout, from the session on. */
export const visitBundle = ({ module }: Entrant): Promise<string> =>
  bundle(
    inline(`import { watchForForm } from './inPage/visit';
     import { start } from './checkouts/${module}';
     watchForForm();
     start(document.querySelector('main'));`),
    { ...environment('production'), format: 'iife' },
  );

/** The code that a checkout adds to a shop that has React. */
export const addedBundle = ({ module }: Entrant, name: string): Promise<string> =>
  bundle(inline(`export { ${name} } from './checkouts/${module}';`), {
    ...environment('production'),
    format: 'esm',
    external: ['react', 'react-dom'],
  });

/** A fake of a provider's script. */
export const providerBundle = (name: 'iotpay' | 'stripe' | 'paypal'): Promise<string> =>
  bundle({ entryPoints: [`${here}providers/${name}.ts`] }, { format: 'iife' });
