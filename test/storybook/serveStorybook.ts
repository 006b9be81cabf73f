import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, resolve } from 'node:path';
import { chromium, type BrowserServer } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { ensureBrowser } from '../../scripts/findBrowser';

/** A page of Storybook's sidebar. */
export interface StorybookEntry {
  id: string;
  type: 'docs' | 'story';
}

declare module 'vitest' {
  interface ProvidedContext {
    storybookUrl: string;
    storybookEntries: StorybookEntry[];
  }
}

/** `npm run test:storybook` builds it before. A build inside Vitest would inherit the environment of a test run, and hang. */
const folder = resolve('storybook-static');

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

let browser: BrowserServer | undefined;
let server: Server | undefined;

async function readEntries(): Promise<StorybookEntry[]> {
  const text = await readFile(join(folder, 'index.json'), 'utf8').catch((cause: unknown) => {
    throw new Error('Storybook is not built. Run these tests with `npm run test:storybook`.', { cause });
  });
  const { entries } = JSON.parse(text) as { entries: Record<string, StorybookEntry> };
  return Object.values(entries).map(({ id, type }) => ({ id, type }));
}

function serveFolder(): Server {
  return createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    readFile(join(folder, path)).then(
      (body) => {
        const type = types[extname(path)] ?? 'application/octet-stream';
        response.writeHead(200, { 'content-type': type }).end(body);
      },
      () => response.writeHead(404).end(),
    );
  });
}

/** Serves the built Storybook as any web server would, and starts one browser for all the files. */
export async function setup(project: TestProject): Promise<void> {
  project.provide('storybookEntries', await readEntries());
  const started = serveFolder();
  server = started;
  await new Promise<void>((done) => started.listen(0, '127.0.0.1', done));
  project.provide('storybookUrl', `http://127.0.0.1:${(started.address() as AddressInfo).port}`);
  const executablePath = await ensureBrowser();
  browser = await chromium.launchServer({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  project.provide('browser', browser.wsEndpoint());
}

export async function teardown(): Promise<void> {
  await browser?.close();
  server?.closeAllConnections();
  server?.close();
}
