import type { NamedKey } from '../../server/signing/explain/explainSteps';
import { askSecretly } from './askSecretly';
import { type Terminal, UsageError } from '../command';

/** Where a merchant key may come from, for the help texts. */
export const keyHelp = `The merchant key is read from the environment variable IOTPAY_KEY, or from the one
that --key-env names. Where IOTPAY_KEY is not set and a person sits at the terminal, the
key is asked for, and what is typed is not shown. It is never taken from an argument.`;

const usualName = 'IOTPAY_KEY';

/** `--key`, `--merchant-key=…`, `-k…`: every option but `--key-env` that looks as if it took a key. */
const keyOption = /^-k|^--(?!key-env(=|$))[\w-]*(key|secret)/i;

/**
 * Refuses a key on the command line, without repeating it.
 *
 * @throws UsageError
 */
export function refuseKeyArguments(args: readonly string[]): void {
  const end = args.indexOf('--');
  if (!args.slice(0, end === -1 ? undefined : end).some((argument) => keyOption.test(argument))) return;
  throw new UsageError(
    "The merchant key is never taken from the command line: your shell would keep it in its history, and this computer's " +
      `other users could see it. Set ${usualName}, or give no key and type it when you are asked. If that was a real ` +
      "key, remove it from your shell's history.",
  );
}

/**
 * The merchant keys from the named environment variables, or else the usual one, or else from the terminal.
 *
 * @throws UsageError where there is no key, or a blank one. No message repeats a name that isn't set: it may be a key itself.
 * @throws Interrupted at Ctrl-C.
 */
export async function findMerchantKeys(names: readonly string[], terminal: Terminal): Promise<NamedKey[]> {
  if (names.length > 0) return names.map((name) => named(name, terminal));
  const usual = terminal.env[usualName];
  if (usual !== undefined) return [named(usualName, terminal)];
  return [{ name: 'typed', value: await askForKey(terminal) }];
}

function named(name: string, { env }: Terminal): NamedKey {
  const value = env[name];
  if (value === undefined) {
    throw new UsageError(
      '--key-env names an environment variable that is not set. It takes the name of a variable, never a key.',
    );
  }
  if (value.trim() === '') throw new UsageError(`The environment variable ${name} is blank.`);
  return { name, value };
}

async function askForKey(terminal: Terminal): Promise<string> {
  const device = terminal.openPrompt();
  if (!device) {
    throw new UsageError(`There is no merchant key: set ${usualName}. No terminal is there to ask for it.`);
  }
  try {
    const key = await askSecretly('Merchant key (not shown): ', device, terminal.stop);
    if (key.trim() === '') throw new UsageError('No merchant key was typed.');
    return key;
  } finally {
    device.close();
  }
}
