import { readdir, writeFile } from 'node:fs/promises';

/**
 * An entry has the same types for `import` as for `require`, so the package holds them once. `tsup` writes them twice because
 * TypeScript needs a file of its own for each: the one for `import` passes on the other.
 */
for (const file of await readdir('dist')) {
  if (!file.endsWith('.d.cts')) continue;
  const name = file.slice(0, -'.d.cts'.length);
  await writeFile(`dist/${name}.d.ts`, `export * from './${name}.cjs';\n`);
}
