import type { Plugin } from 'esbuild';

/** Builds the server helper for runtimes without `node:crypto`: `./digest` becomes `./digest.portable`. */
export function portableDigest(): Plugin {
  return {
    name: 'portable-digest',
    setup(build) {
      build.onResolve({ filter: /^\.\/digest$/ }, ({ resolveDir, kind, importer }) =>
        build.resolve('./digest.portable', { resolveDir, kind, importer }),
      );
    },
  };
}
