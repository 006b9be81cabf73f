import { isIotPayError } from '../../contract/error';
import { startSandbox, testCards, type Sandbox, type SandboxOptions } from '../../sandbox/index';
import { UsageError, exitCodes, type Command, type Terminal } from '../command';
import { readProbeFile } from '../gateway/readProbeFile';
import { usualSandboxPort as usualPort } from '../gateway/usualSandboxPort';
import { readFlags } from '../readFlags';

const help = `Usage: iotpay sandbox [options]

Runs a stand-in for the IOTPay card gateway on this computer, with test cards and without an account.

Options
  --port <number>        the port on 127.0.0.1 (${usualPort}, or a free one if that is taken; 0 for any)
  --mch-id <id>          the merchant that it knows,
  --login-name <name>    its login name (at most 12 characters)
  --merchant-key <key>   and the key that it signs with. Never give a real key: whoever can
                         list this computer's processes can read it
  --like <file>          behave like the gateway that iotpay doctor --probe has written the file of

Exit codes
  0  it was stopped with Ctrl-C
  2  it could not be started`;

interface Flags {
  port: number | undefined;
  credentials: NonNullable<SandboxOptions['credentials']>;
  /** The file of a probe. */
  like: string | undefined;
}

function readSandboxFlags(args: readonly string[]): Flags {
  const text = { type: 'string' } as const;
  const options = { port: text, 'mch-id': text, 'login-name': text, 'merchant-key': text, like: text };
  const { values } = readFlags(args, options, 0);
  const { port, 'mch-id': mchId, 'login-name': loginName, 'merchant-key': merchantKey } = values;
  if (port !== undefined && !/^\d{1,5}$/.test(port)) throw new UsageError('--port takes a number.');
  return {
    like: values.like,
    port: port === undefined ? undefined : Number(port),
    credentials: {
      ...(mchId !== undefined && { mchId }),
      ...(loginName !== undefined && { loginName }),
      ...(merchantKey !== undefined && { merchantKey }),
    },
  };
}

/** A port that was asked for is that one or none; the usual one may be taken by another sandbox. */
async function start({ port, credentials, like: file }: Flags, terminal: Terminal): Promise<Sandbox> {
  const like = file === undefined ? undefined : await readProbeFile(file, terminal);
  try {
    return await startSandbox({ port: port ?? usualPort, credentials, like });
  } catch (error) {
    if (port !== undefined || !isIotPayError(error) || error.code !== 'port_in_use') throw error;
    const sandbox = await startSandbox({ credentials, like });
    terminal.error(`Port ${usualPort} is taken, so this sandbox is at another one.`);
    return sandbox;
  }
}

function announcement({ url, credentials }: Sandbox): string {
  const width = Math.max(...testCards.map(({ number }) => number.length));
  return [
    `The IOTPay sandbox runs at ${url}`,
    '',
    `  baseUrl      ${url}`,
    `  script       ${url}/cc/iotpaycc.js`,
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

function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

export const sandboxCommand: Command = {
  summary: 'run a stand-in for the gateway on this computer',
  help,
  async run(args, terminal) {
    const sandbox = await start(readSandboxFlags(args), terminal);
    terminal.out(announcement(sandbox));
    await untilAborted(terminal.stop);
    await sandbox.close();
    return exitCodes.done;
  },
};
