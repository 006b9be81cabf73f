import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { asRecord, textOf } from '../../contract/wire';
import { type Finding, failed, passed, unknown } from '../finding';

const names = ['react-iotpay', 'react', 'react-dom'] as const;

/** The versions of the packages that the shop has installed. */
export function checkPackages(folder: string): Finding {
  const versions = names.map((name) => versionOf(name, folder));
  const [own, react, reactDom] = versions;
  const list = names.map((name, at) => `${name} ${versions[at] ?? 'is not installed'}`).join(', ');
  if (!own || !react) {
    return unknown('packages', `${list}.`, "Run this in your shop's folder, after npm install.");
  }
  if (Number.parseInt(react, 10) < 18) {
    return failed('packages', 'react_too_old', `${list}.`, 'react-iotpay needs React 18 or 19.');
  }
  if (reactDom && reactDom !== react) {
    return failed(
      'packages',
      'react_mismatch',
      `${list}: React refuses to work with a react-dom of another version.`,
      'Install the same version of both.',
    );
  }
  return passed('packages', list);
}

function versionOf(name: string, folder: string): string | undefined {
  try {
    const path = createRequire(resolve(folder, 'package.json')).resolve(`${name}/package.json`);
    return textOf(asRecord(JSON.parse(readFileSync(path, 'utf8'))).version);
  } catch {
    return undefined;
  }
}
