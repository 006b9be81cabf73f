import { version } from '../../package.json';
import { isIotPayError } from '../contract/error';
import { type Command, exitCodes, Interrupted, type Terminal, UsageError } from './command';
import { doctorCommand } from './commands/doctorCommand';
import { queryCommand } from './commands/queryCommand';
import { sandboxCommand } from './commands/sandboxCommand';
import { schemaCommand } from './commands/schemaCommand';
import { signCommand } from './commands/signCommand';
import { verifyCommand } from './commands/verifyCommand';

const commands: Readonly<Record<string, Command>> = {
  doctor: doctorCommand,
  query: queryCommand,
  sandbox: sandboxCommand,
  schema: schemaCommand,
  sign: signCommand,
  verify: verifyCommand,
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
    '',
    'Exit codes',
    '  0    done',
    '  1    not as hoped: the signature is not valid (verify), nobody knows (query), something is wrong (doctor)',
    '  2    it could not be done: a wrong option, a message that is none, no key, a port in use',
    '  3    the order has failed (query)',
    '  130  Ctrl-C while it waited for something to be typed',
  ].join('\n');
}

/** Runs one command line (without the program's own name) and says with which code to exit. */
export async function runCli(args: readonly string[], terminal: Terminal): Promise<number> {
  const [name, ...rest] = args;
  if (name === '--version' || name === '-v') {
    terminal.out(version);
    return exitCodes.done;
  }
  if (name === '--help' || name === '-h' || name === 'help') {
    terminal.out(overview());
    return exitCodes.done;
  }
  const command = name !== undefined && Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (name === undefined || !command) {
    terminal.error(name === undefined ? overview() : `iotpay: there is no such command.\n\n${overview()}`);
    return exitCodes.failed;
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    terminal.out(command.help);
    return exitCodes.done;
  }
  try {
    return await command.run(rest, terminal);
  } catch (error) {
    if (error instanceof Interrupted) return exitCodes.interrupted;
    if (!(error instanceof UsageError) && !isIotPayError(error)) throw error;
    terminal.error(`iotpay ${name}: ${error.message}`);
    return exitCodes.failed;
  }
}
