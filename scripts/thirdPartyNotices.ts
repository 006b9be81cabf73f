import { readdir, readFile, writeFile } from 'node:fs/promises';
import { packagesInScript } from './browserSource.ts';

/**
 * The build puts a few small libraries into the package, so that installing it installs nothing else. Their licences
 * ask for their text to come along: it is gathered for every package that esbuild's comments name in `dist`.
 */
const bundled = new Set(await packagesInScript('src/sandbox/browser/console/consolePage.tsx'));
for (const file of await readdir('dist')) {
  if (!/\.c?js$/.test(file)) continue;
  const code = await readFile(`dist/${file}`, 'utf8');
  for (const [, name] of code.matchAll(/^\s*\/\/ node_modules\/((?:@[^/]+\/)?[^/\n]+)\//gm))
    if (name) bundled.add(name);
}

const notices = await Promise.all(
  [...bundled].sort().map(async (name) => {
    const { version } = JSON.parse(await readFile(`node_modules/${name}/package.json`, 'utf8')) as {
      version: string;
    };
    const licence = (await readdir(`node_modules/${name}`)).find((file) => /^licen[cs]e/i.test(file));
    if (!licence) throw new Error(`${name} is bundled, but has no licence file to pass on`);
    return `${name} ${version}\n\n${(await readFile(`node_modules/${name}/${licence}`, 'utf8')).trim()}\n`;
  }),
);
await writeFile('dist/THIRD-PARTY-NOTICES.txt', notices.join(`\n${'-'.repeat(80)}\n\n`));
