import { writeFile } from 'node:fs/promises';

/**
 * Writes the modules that the `browser` condition of a server entry points to. They keep the merchant key out of a
 * browser.
 *
 * `…-cannot-be-imported-in-the-browser.js` re-exports from a file that does not exist, so that every bundler stops, and
 * the missing file's name says why. A module that throws would not be enough, because the package has no side effects,
 * so a bundler may drop the module and hand out `undefined`.
 *
 * `…-cannot-run-in-the-browser.js` throws instead. It is for development servers. Vite bundles every package in a
 * shop's routes beforehand, including packages that only the server's half of a route needs, and one missing file would
 * stop it.
 */
export async function refuseBrowsers(entry: string): Promise<void> {
  const reason = `react-iotpay ${entry} holds the merchant key, which must never reach a browser - import it in server code only`;
  await writeFile(`dist/${entry}-cannot-be-imported-in-the-browser.js`, `export * from './${reason}';\n`);
  // `export` makes it a module without exports, so that importing a name from it is an error and not `undefined`.
  await writeFile(
    `dist/${entry}-cannot-run-in-the-browser.js`,
    `throw new Error('${reason}');\nexport {};\n`,
  );
}
