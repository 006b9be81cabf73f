import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { Metafile, Plugin as EsbuildPlugin } from 'esbuild';

const bundled = new Set<string>();

/** Notes which packages a bundle holds. A script inside a bundle has to be noted by the code that put it there. */
export function noteBundled({ outputs }: Metafile): void {
  for (const { inputs } of Object.values(outputs)) {
    for (const [file, { bytesInOutput }] of Object.entries(inputs)) {
      const name = /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1];
      if (name && bytesInOutput > 0) bundled.add(name);
    }
  }
}

function noticeOf(name: string): string {
  const folder = `node_modules/${name}`;
  const { version } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')) as { version: string };
  const licence = readdirSync(folder).find((file) => /^licen[cs]e/i.test(file));
  if (!licence) throw new Error(`${name} is bundled, but has no licence file to pass on`);
  return `${name} ${version}\n\n${readFileSync(`${folder}/${licence}`, 'utf8').trim()}\n`;
}

/**
 * The package carries a few small libraries, so that installing it installs nothing else. Their licences ask for their
 * text to come along, so each bundle that is finished adds the texts of the packages it holds.
 */
export function passOnLicences(): EsbuildPlugin {
  return {
    name: 'pass-on-licences',
    setup(build) {
      build.onEnd(({ metafile }) => {
        if (metafile) noteBundled(metafile);
        const notices = [...bundled].sort().map(noticeOf);
        mkdirSync('dist', { recursive: true });
        writeFileSync('dist/THIRD-PARTY-NOTICES.txt', notices.join(`\n${'-'.repeat(80)}\n\n`));
      });
    },
  };
}
