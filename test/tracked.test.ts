import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const tracked = execFileSync('git', ['ls-files'], { encoding: 'utf8' }).split('\n').filter(Boolean);

it('tracks nothing that a build, a test or an installation writes', () => {
  const written = tracked.filter((file) =>
    /(^|\/)(dist|node_modules|\.next|storybook-static|\.test-results)\/|\.(tsbuildinfo|tgz)$/.test(file),
  );
  expect(tracked).toContain('package.json');
  expect(written).toEqual([]);
});

it('names no registry in a lockfile, so that npm ci works behind any', () => {
  const lockfiles = tracked.filter((file) => file.endsWith('package-lock.json'));
  expect(lockfiles).toContain('package-lock.json');
  expect(lockfiles.filter((file) => readFileSync(file, 'utf8').includes('"resolved"'))).toEqual([]);
});
