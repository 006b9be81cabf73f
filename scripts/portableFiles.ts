import type { Plugin } from 'esbuild';

/** Builds the server helper for runtimes that are not Node: `./digest` becomes `./digest.portable`, and so on. */
export function portableFiles(): Plugin {
  return {
    name: 'portable-files',
    setup(build) {
      build.onResolve({ filter: /^\.\/(digest|serializeByKey)$/ }, ({ path, resolveDir, kind, importer }) =>
        build.resolve(`${path}.portable`, { resolveDir, kind, importer }),
      );
    },
  };
}
