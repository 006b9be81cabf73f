// `npm run release` makes the tarball of a version: from a clean checkout, after everything that has to hold. `-- --publish` then
// publishes it with its provenance, which npm can only state in a CI job that may ask for an identity token.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

function run(command: string, ...parameters: string[]): void {
  console.log(`\n== ${[command, ...parameters].join(' ')}`);
  const { status } = spawnSync(command, parameters, { stdio: 'inherit' });
  if (status !== 0) throw new Error(`${command} ended with ${status ?? 'a signal'}: nothing was released.`);
}

function read(command: string, ...parameters: string[]): string {
  return spawnSync(command, parameters, { encoding: 'utf8' }).stdout.trim();
}

interface Manifest {
  name: string;
  version: string;
  repository?: unknown;
}

const { name, version, repository } = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
const isToBePublished = process.argv.includes('--publish');

const unreleased = readdirSync('.changeset').filter((file) => file.endsWith('.md'));
const reasons = [
  read('git', 'status', '--porcelain') && 'The checkout holds changes that are not committed.',
  unreleased.length > 0 &&
    `.changeset holds ${unreleased.join(', ')}: run \`npx changeset version\`, read CHANGELOG.md, and commit both.`,
  !readFileSync('CHANGELOG.md', 'utf8').includes(`## ${version}`) &&
    `CHANGELOG.md says nothing about ${version}.`,
  isToBePublished &&
    !repository &&
    'package.json names no repository, and npm states the provenance of none without it.',
  isToBePublished &&
    !process.env.ACTIONS_ID_TOKEN_REQUEST_URL &&
    'There is no identity token to ask for: publish from a CI job with `permissions: id-token: write`.',
].filter((reason) => typeof reason === 'string' && reason !== '');

if (reasons.length > 0) {
  console.error(`${name} ${version} is not ready to be released.\n- ${reasons.join('\n- ')}`);
  process.exit(1);
}

run('.ci/run');
// The tests build the package in their own way, so what is packed is built once more.
run('npm', 'run', 'build');
run('npm', 'run', 'api');
run('npm', 'pack');
if (isToBePublished) run('npm', 'publish', `${name}-${version}.tgz`, '--provenance', '--access', 'public');
