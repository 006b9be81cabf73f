import { build } from 'esbuild';
import { expect, it } from 'vitest';
import { enCheckout } from '../../../src/client/provider/languages/enCheckout';
import { en } from '../../../src/client/provider/languages/en';
import { fr } from '../../../src/client/provider/languages/fr';
import { zh } from '../../../src/client/provider/languages/zh';

async function bundleOf(names: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: `export { ${names} } from './src/index'`, resolveDir: '.' },
    bundle: true,
    write: false,
    format: 'esm',
    charset: 'utf8',
    external: ['react', 'react-dom'],
    logLevel: 'error',
  });
  return outputFiles[0]?.text ?? '';
}

/** Which languages are in the bundle of a shop that imports these names. */
async function languagesIn(names: string): Promise<string[]> {
  const bundle = await bundleOf(names);
  return [en, fr, zh].filter(({ messages }) => bundle.includes(messages.loading)).map(({ tag }) => tag);
}

it.each([
  ['IotPayCard, IotPayProvider, useSecureId', ['en']],
  ['IotPayCard, IotPayProvider, fr', ['en', 'fr']],
  ['IotPayProvider, fr, zh', ['en', 'fr', 'zh']],
  ['loadIotPayScript', []],
])('a shop that imports { %s } gets the languages %j', async (names, languages) => {
  expect(await languagesIn(names)).toEqual(languages);
});

it.each([
  ['IotPayCard, IotPayProvider, useSecureId', false],
  ['IotPayCheckout', true],
  ['IotPayReturn', true],
])('whether a shop that imports { %s } gets the checkout’s texts: %j', async (names, has) => {
  expect((await bundleOf(names)).includes(enCheckout.orderFailed)).toBe(has);
});
