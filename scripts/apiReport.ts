// What each entry of the package declares, as text in `etc`. `npm run api` fails where a build declares something else, so that no
// change of the public types goes unseen; `npm run api -- --local` writes the new report, to be read and committed.
import { existsSync, mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Extractor, ExtractorConfig, ExtractorLogLevel } from '@microsoft/api-extractor';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The package holds the sandbox's types once, in its CommonJS build. */
const entries = {
  index: 'index.d.ts',
  server: 'server.d.ts',
  orders: 'orders.d.ts',
  testing: 'testing.d.ts',
  'testing-server': 'testing-server.d.ts',
  'testing-store': 'testing-store.d.ts',
  sandbox: 'sandbox.d.cts',
};

const off = { logLevel: ExtractorLogLevel.None, addToApiReportFile: false };

function configFor(name: string, file: string): ExtractorConfig {
  return ExtractorConfig.prepare({
    configObjectFullPath: undefined,
    packageJsonFullPath: `${root}package.json`,
    configObject: {
      projectFolder: root,
      mainEntryPointFilePath: `${root}dist/${file}`,
      compiler: {
        overrideTsconfig: {
          compilerOptions: {
            target: 'ES2022',
            lib: ['ES2023', 'DOM', 'DOM.Iterable'],
            module: 'ESNext',
            moduleResolution: 'bundler',
            jsx: 'react-jsx',
            strict: true,
            skipLibCheck: true,
            types: ['node'],
          },
          files: [`dist/${file}`],
        },
      },
      apiReport: {
        enabled: true,
        reportFileName: name,
        reportFolder: `${root}etc`,
        reportTempFolder: `${root}.test-results/api`,
      },
      docModel: { enabled: false, apiJsonFilePath: `${root}.test-results/api/${name}.json` },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      newlineKind: 'lf',
      messages: {
        compilerMessageReporting: { default: { logLevel: ExtractorLogLevel.Error } },
        // The report shows the types. What is written about them is checked by the tests of the documents.
        extractorMessageReporting: { default: off },
        tsdocMessageReporting: { default: off },
      },
    },
  });
}

const isLocal = process.argv.includes('--local');
if (!existsSync(`${root}dist/index.d.ts`))
  throw new Error('There are no types to report: run `npm run build` first.');

mkdirSync(`${root}etc`, { recursive: true });
const changed = Object.entries(entries).filter(([name, file]) => {
  const { apiReportChanged, succeeded } = Extractor.invoke(configFor(name, file), {
    localBuild: isLocal,
    messageCallback(message) {
      // Its own words name a folder to copy from; ours, below, name the command.
      if (message.logLevel !== ExtractorLogLevel.Error) message.handled = true;
    },
  });
  if (!succeeded && !apiReportChanged) process.exitCode = 1;
  return apiReportChanged;
});

for (const [name] of changed) {
  console.log(
    isLocal
      ? `etc/${name}.api.md is new: read it before you commit it.`
      : `etc/${name}.api.md is not what dist declares.`,
  );
}
if (changed.length > 0 && !isLocal) {
  console.log('If that is meant, run `npm run api -- --local` after the build, and commit the reports.');
  process.exitCode = 1;
}
