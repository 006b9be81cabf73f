import { writeFile } from 'node:fs/promises';

/**
 * Writes what the `browser` condition of a server entry points at: modules that keep the merchant key out of a browser.
 *
 * `…-cannot-be-imported-in-the-browser.js` re-exports from a file that does not exist, so that every bundler stops, and the missing file's name
 * says why. A module that throws would not do: the package has no side effects, so a bundler may drop it and hand out `undefined`.
 *
 * `…-cannot-run-in-the-browser.js` throws instead. It is for development servers: Vite bundles every package that it finds in a shop's routes
 * beforehand, also those that only the server's half of a route needs, and one missing file there would end it.
 */
export async function refuseBrowsers(entry: string): Promise<void> {
  const reason = `react-iotpay ${entry} holds the merchant key, which must never reach a browser - import it in server code only`;
  await writeFile(`dist/${entry}-cannot-be-imported-in-the-browser.js`, `export * from './${reason}';\n`);
  // `export` makes it a module without exports: importing a name from it is an error and not `undefined`.
  await writeFile(
    `dist/${entry}-cannot-run-in-the-browser.js`,
    `throw new Error('${reason}');\nexport {};\n`,
  );
}
