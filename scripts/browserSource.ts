import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { build, type Plugin as EsbuildPlugin } from 'esbuild';
import type { Plugin as VitePlugin } from 'vite';
import { noteBundled } from './passOnLicences.ts';

/**
 * Bundles a script that the sandbox serves to the customer's browser. `import text from './x.ts?browser'` gives it as a
 * string, and `import text from './x.css?raw'` gives a file unchanged, in the package's build and in tests.
 */
async function bundleForBrowser(file: string): Promise<string> {
  // A page that is written in React brings it along: without its warnings, and as small as it gets.
  const hasReact = file.endsWith('.tsx');
  const { outputFiles, metafile } = await build({
    entryPoints: [file],
    bundle: true,
    metafile: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target: 'es2020',
    charset: 'utf8',
    minifyWhitespace: true,
    minifySyntax: true,
    minifyIdentifiers: hasReact,
    ...(hasReact && { define: { 'process.env.NODE_ENV': '"production"' }, legalComments: 'none' }),
    logLevel: 'silent',
  });
  noteBundled(metafile);
  return outputFiles[0]?.text ?? '';
}

/** A module of the package that holds a large script compressed: React's would be a quarter of the package. */
function packedModule(script: string): string {
  const packed = JSON.stringify(brotliCompressSync(script).toString('base64'));
  return `import { brotliDecompressSync } from 'node:zlib';
export default brotliDecompressSync(Buffer.from(${packed}, 'base64')).toString();`;
}

export function browserSourceForEsbuild(): EsbuildPlugin {
  return {
    name: 'browser-source',
    setup(pluginBuild) {
      // The query stays in the path, because tsup's own plugins take every path that ends in .css.
      pluginBuild.onResolve({ filter: /\?(browser|raw)$/ }, (args) => ({
        path: join(args.resolveDir, args.path),
        namespace: 'browser-source',
      }));
      pluginBuild.onLoad({ filter: /.*/, namespace: 'browser-source' }, async ({ path }) => {
        const [file = '', kind] = path.split('?');
        const contents = kind === 'raw' ? await readFile(file, 'utf8') : await bundleForBrowser(file);
        if (file.endsWith('.tsx'))
          return { contents: packedModule(contents), loader: 'js', watchFiles: [file] };
        return { contents, loader: 'text', watchFiles: [file] };
      });
    },
  };
}

/** Vite has `?raw` of its own. */
export function browserSourceForVite(): VitePlugin {
  return {
    name: 'browser-source',
    enforce: 'pre',
    async load(id) {
      if (!id.endsWith('?browser')) return null;
      return `export default ${JSON.stringify(await bundleForBrowser(id.slice(0, -'?browser'.length)))}`;
    },
  };
}
