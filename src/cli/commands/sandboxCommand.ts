import { readFile } from 'node:fs/promises';
import { isIotPayError } from '../../contract/error';
import type { Sandbox, SandboxOptions, SandboxTestCard } from '../../sandbox/index';
import { UsageError, exitCodes, type Command, type Terminal } from '../command';
import { readProbeFile } from '../gateway/readProbeFile';
import { usualSandboxPort as usualPort } from '../gateway/usualSandboxPort';
import { eventLine } from './eventLine';
import { readSandboxFlags, sandboxHelp, type SandboxFlags } from './sandboxFlags';

/** A port that was asked for is that one or none; the usual one may be taken by another sandbox. */
async function start(
  startSandbox: (options: SandboxOptions) => Promise<Sandbox>,
  { options: given, like: file }: SandboxFlags,
  terminal: Terminal,
): Promise<Sandbox> {
  const options = { ...given, like: file === undefined ? undefined : await readProbeFile(file, terminal) };
  try {
    return await startSandbox({ ...options, port: options.port ?? usualPort });
  } catch (error) {
    if (options.port !== undefined || !isIotPayError(error) || error.code !== 'port_in_use') throw error;
    const sandbox = await startSandbox({ ...options, port: 0 });
    terminal.error(`Port ${usualPort} is taken, so this sandbox is at another one.`);
    return sandbox;
  }
}

function announcement(
  { url, publicUrl, credentials }: Sandbox,
  testCards: readonly SandboxTestCard[],
): string {
  const width = Math.max(...testCards.map(({ number }) => number.length));
  return [
    `The IOTPay sandbox runs at ${url}`,
    `Its console: open ${publicUrl}/ in a browser`,
    '',
    `  baseUrl      ${url}`,
    `  script       ${publicUrl}/cc/iotpaycc.js`,
    `  mchId        ${credentials.mchId}`,
    `  loginName    ${credentials.loginName}`,
    `  merchantKey  ${credentials.merchantKey}`,
    '',
    'Test cards: any expiry date to come, any name, any security code',
    ...testCards.map(
      ({ number, title, channel }) => `  ${number.padEnd(width)}  ${channel.padEnd(6)}  ${title}`,
    ),
    '',
    'Ctrl-C stops it.',
  ].join('\n');
}

/** Said before anything else: from here on, this computer is not alone with the sandbox. */
function warning(host: string, { settings }: ReturnType<Sandbox['state']>): string {
  return [
    `WARNING: the sandbox listens on ${host}. Everybody on that network can use it, and the key below is in the manual.`,
    'Never run it so on a network that you do not trust, and never with a real key.',
    `It answers to, and takes calls from pages of: ${['localhost', '127.0.0.1', ...settings.trusted].join(', ')}.`,
    'A shop has to allow it by allowLocalNetworkSandbox(), which a production build refuses.',
    '',
  ].join('\n');
}

/** A scenario file; a name that is no file is one that comes with the package. */
async function readScenarioFile(fileOrName: string): Promise<unknown> {
  let content: string;
  try {
    content = await readFile(fileOrName, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' && !fileOrName.endsWith('.json'))
      return fileOrName;
    throw new UsageError(`The scenario file can't be read: ${(error as Error).message}`);
  }
  try {
    return JSON.parse(content) as unknown;
  } catch {
    throw new UsageError('The scenario file is no JSON.');
  }
}

function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

export const sandboxCommand: Command = {
  summary: 'run a stand-in for the gateway on this computer',
  help: sandboxHelp,
  async run(args, terminal) {
    const flags = readSandboxFlags(args);
    const { options, scenario, notifyUrl, isQuiet } = flags;
    const toPlay = scenario === undefined ? undefined : await readScenarioFile(scenario);
    // The sandbox is the largest part of the package, and no other command needs it.
    const { startSandbox, testCards } = await import('../../sandbox/index');
    const sandbox = await start(startSandbox, flags, terminal);
    try {
      const { host = '127.0.0.1' } = options;
      if (host !== '127.0.0.1' && host !== '::1') terminal.error(warning(host, sandbox.state()));
      terminal.out(announcement(sandbox, testCards));
      if (!isQuiet) {
        sandbox.subscribe((event) => {
          const line = eventLine(event);
          if (line !== undefined) terminal.out(line);
        });
      }
      if (toPlay !== undefined) await sandbox.play(toPlay, { notifyUrl });
      await untilAborted(terminal.stop);
    } finally {
      await sandbox.close();
    }
    return exitCodes.done;
  },
};
