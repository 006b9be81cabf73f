import { createRequire } from 'node:module';
import { dirname, posix, win32 } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { hasApt, installPackage, updateApt } from './installFromDebian.ts';
import { type Machine as BareMachine, thisMachine as bareMachine } from './machine.ts';

/**
 * A machine, and the path of Playwright's own Chromium, installed or not. The path is undefined on a system that
 * Playwright does not support.
 */
export interface BrowserMachine extends BareMachine {
  playwrightPath: string | undefined;
}

const linuxPaths = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/usr/bin/microsoft-edge-stable',
  '/usr/bin/microsoft-edge',
  '/snap/bin/chromium',
];

const macApps = ['Google Chrome', 'Chromium', 'Microsoft Edge'];

const windowsPrograms = [
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Chromium', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
];

function usualPaths({ platform, env }: BrowserMachine): string[] {
  if (platform === 'darwin') {
    const folders = ['/Applications', ...(env.HOME ? [posix.join(env.HOME, 'Applications')] : [])];
    return folders.flatMap((folder) => macApps.map((app) => `${folder}/${app}.app/Contents/MacOS/${app}`));
  }
  if (platform === 'win32') {
    const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA];
    return folders.flatMap((folder) =>
      folder ? windowsPrograms.map((parts) => win32.join(folder, ...parts)) : [],
    );
  }
  return linuxPaths;
}

/**
 * The Chromium, Chrome or Edge that is installed already.
 *
 * @throws Error if `CHROMIUM_PATH` names a file that can't be run, because another browser than the requested one would
 *   be a surprise
 */
export function findBrowser(machine: BrowserMachine = thisMachine()): string | undefined {
  const asked = machine.env.CHROMIUM_PATH;
  if (asked) {
    if (machine.isExecutable(asked)) return asked;
    throw new Error(`CHROMIUM_PATH is ${asked}, but there is no program to run there.`);
  }
  const paths = [...usualPaths(machine), ...(machine.playwrightPath ? [machine.playwrightPath] : [])];
  return paths.find((path) => machine.isExecutable(path));
}

async function installFromDebian(machine: BrowserMachine): Promise<void> {
  if (!hasApt(machine)) return;
  machine.say('No Chromium found: installing it with apt-get.');
  if (await updateApt(machine)) await installPackage(machine, 'chromium');
}

async function downloadWithPlaywright(machine: BrowserMachine): Promise<void> {
  machine.say("No Chromium found: downloading Playwright's.");
  const manifest = createRequire(import.meta.url).resolve('playwright-core/package.json');
  await machine.run(process.execPath, [`${dirname(manifest)}/cli.js`, 'install', 'chromium']);
  if (machine.platform === 'linux') {
    machine.say('If it does not start: sudo npx playwright-core install-deps chromium');
  }
}

/**
 * Finds a browser, or installs one.
 *
 * @throws Error that says what to install, when neither works
 */
export async function ensureBrowser(machine: BrowserMachine = thisMachine()): Promise<string> {
  for (const install of [undefined, installFromDebian, downloadWithPlaywright]) {
    await install?.(machine);
    const found = findBrowser(machine);
    if (found) return found;
  }
  throw new Error(
    'The end-to-end tests need Chromium, Chrome or Edge, and none could be found or installed. Install one, ' +
      'or set CHROMIUM_PATH to the program of one that is not in its usual place.',
  );
}

function playwrightPath(): string | undefined {
  try {
    return chromium.executablePath();
  } catch {
    return undefined;
  }
}

const thisMachine = (): BrowserMachine => ({ ...bareMachine(), playwrightPath: playwrightPath() });

const isMain = process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href;
if (isMain) console.log(await ensureBrowser());
