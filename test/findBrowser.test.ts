import { describe, expect, it } from 'vitest';
import { ensureBrowser, findBrowser, type BrowserMachine } from '../scripts/findBrowser';

interface FakeMachine extends BrowserMachine {
  ran: string[];
  said: string[];
}

/** A machine with these programs; `installs` says what a command (by its first words) puts where. */
function machine(
  programs: readonly string[],
  settings: Partial<BrowserMachine> & { installs?: Record<string, string | undefined> } = {},
): FakeMachine {
  const { installs = {}, ...rest } = settings;
  const present = new Set(programs);
  const ran: string[] = [];
  const said: string[] = [];
  return {
    ran,
    said,
    platform: 'linux',
    env: {},
    isRoot: false,
    playwrightPath: '/cache/playwright/chrome',
    isExecutable: (path) => present.has(path),
    run: (command, args) => {
      const line = [command === process.execPath ? 'node' : command, ...args].join(' ');
      ran.push(line);
      const match = Object.keys(installs).find((name) => line.includes(name));
      if (match === undefined) return Promise.resolve(false);
      const program = installs[match];
      if (program) present.add(program);
      return Promise.resolve(true);
    },
    say: (line) => void said.push(line),
    ...rest,
  };
}

describe('finding a browser', () => {
  it('takes the one that CHROMIUM_PATH names, before any other', () => {
    const env = { CHROMIUM_PATH: '/opt/mine/chrome' };
    expect(findBrowser(machine(['/usr/bin/chromium', '/opt/mine/chrome'], { env }))).toBe('/opt/mine/chrome');
  });

  it('refuses a CHROMIUM_PATH that leads nowhere, instead of quietly running another browser', () => {
    const env = { CHROMIUM_PATH: '/opt/gone/chrome' };
    expect(() => findBrowser(machine(['/usr/bin/chromium'], { env }))).toThrow('/opt/gone/chrome');
  });

  it.each([
    ['/usr/bin/chromium'],
    ['/usr/bin/chromium-browser'],
    ['/usr/bin/google-chrome'],
    ['/snap/bin/chromium'],
    ['/usr/bin/microsoft-edge'],
  ])('finds %s on Linux', (path) => {
    expect(findBrowser(machine([path]))).toBe(path);
  });

  it.each(['Google Chrome', 'Chromium', 'Microsoft Edge'])(
    'finds %s on a Mac, for all users or one',
    (app) => {
      const shared = `/Applications/${app}.app/Contents/MacOS/${app}`;
      const own = `/Users/ada/Applications/${app}.app/Contents/MacOS/${app}`;
      const mac = { platform: 'darwin', env: { HOME: '/Users/ada' } } as const;
      expect(findBrowser(machine([shared], mac))).toBe(shared);
      expect(findBrowser(machine([own], mac))).toBe(own);
    },
  );

  it.each([
    ['C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'],
    ['C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'],
    ['C:\\Users\\ada\\AppData\\Local\\Chromium\\Application\\chrome.exe'],
  ])('finds %s on Windows', (path) => {
    const env = {
      PROGRAMFILES: 'C:\\Program Files',
      'PROGRAMFILES(X86)': 'C:\\Program Files (x86)',
      LOCALAPPDATA: 'C:\\Users\\ada\\AppData\\Local',
    };
    expect(findBrowser(machine([path], { platform: 'win32', env }))).toBe(path);
  });

  it("takes Playwright's own Chromium when the system has none", () => {
    expect(findBrowser(machine(['/cache/playwright/chrome']))).toBe('/cache/playwright/chrome');
  });

  it('finds nothing on a machine without a browser', () => {
    expect(findBrowser(machine([], { playwrightPath: undefined }))).toBeUndefined();
  });
});

describe('making sure that there is a browser', () => {
  const apt = '/usr/bin/apt-get';

  it('installs nothing where one is found', async () => {
    const equipped = machine(['/usr/bin/chromium', apt], { isRoot: true });
    await expect(ensureBrowser(equipped)).resolves.toBe('/usr/bin/chromium');
    expect(equipped.ran).toEqual([]);
  });

  it('uses apt-get as root on Debian', async () => {
    const debian = machine([apt], {
      isRoot: true,
      installs: { 'apt-get update': undefined, 'apt-get install -y chromium': '/usr/bin/chromium' },
    });
    await expect(ensureBrowser(debian)).resolves.toBe('/usr/bin/chromium');
    expect(debian.ran).toEqual(['apt-get update', 'apt-get install -y chromium']);
  });

  it.each([
    ['without root', [apt], false],
    ['without apt-get', [], true],
  ])("downloads Playwright's browser %s, and says what it may still need", async (_, programs, isRoot) => {
    const bare = machine(programs, { isRoot, installs: { 'install chromium': '/cache/playwright/chrome' } });
    await expect(ensureBrowser(bare)).resolves.toBe('/cache/playwright/chrome');
    expect(bare.ran).toHaveLength(1);
    expect(bare.said.join('\n')).toContain('install-deps');
  });

  it("goes on to Playwright's download when apt-get has no such package", async () => {
    const ubuntu = machine([apt], {
      isRoot: true,
      installs: { 'apt-get update': undefined, 'cli.js install chromium': '/cache/playwright/chrome' },
    });
    await expect(ensureBrowser(ubuntu)).resolves.toBe('/cache/playwright/chrome');
  });

  it('says what to install and what to set when nothing works', async () => {
    const offline = machine([apt], { isRoot: true });
    await expect(ensureBrowser(offline)).rejects.toThrow(/Chromium, Chrome or Edge[^]*CHROMIUM_PATH/);
    expect(offline.ran).toHaveLength(2);
  });
});
