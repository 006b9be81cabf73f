import { build } from 'esbuild';
import { expect, it } from 'vitest';
import { en } from '../../../src/client/provider/languages/en';
import { fr } from '../../../src/client/provider/languages/fr';
import { zh } from '../../../src/client/provider/languages/zh';

/** Which languages are in the bundle of a shop that imports these names. */
async function languagesIn(names: string): Promise<string[]> {
  const { outputFiles } = await build({
    stdin: { contents: `export { ${names} } from './src/index'`, resolveDir: '.' },
    bundle: true,
    write: false,
    format: 'esm',
    charset: 'utf8',
    external: ['react', 'react-dom'],
    logLevel: 'error',
  });
  const bundle = outputFiles[0]?.text ?? '';
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
