import { version } from '../../../package.json';
import { isIotPayError } from '../../contract/error';
import { UsageError, type Command, type Terminal } from './command';
import { sandboxCommand } from './sandboxCommand';

const commands: Readonly<Record<string, Command>> = {
  sandbox: sandboxCommand,
};

function overview(): string {
  const width = Math.max(...Object.keys(commands).map((name) => name.length));
  return [
    'Usage: iotpay <command> [options]',
    '',
    'Commands',
    ...Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`),
    '',
    'Options',
    '  --help     this text, or that of a command: iotpay <command> --help',
    '  --version  the version of react-iotpay',
  ].join('\n');
}

/** Runs one command line (without the program's own name) and says with which code to exit. */
export async function runCli(args: readonly string[], terminal: Terminal): Promise<number> {
  const [name, ...rest] = args;
  if (name === '--version' || name === '-v') {
    terminal.out(version);
    return 0;
  }
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    terminal.out(overview());
    return name === undefined ? 1 : 0;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) {
    terminal.error(`iotpay: there is no command "${name}".\n\n${overview()}`);
    return 1;
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    terminal.out(command.help);
    return 0;
  }
  try {
    return await command.run(rest, terminal);
  } catch (error) {
    if (!(error instanceof UsageError) && !isIotPayError(error)) throw error;
    terminal.error(`iotpay ${name}: ${error.message}`);
    return 1;
  }
}
