import type { SandboxOptions } from '../../sandbox/index';
import { UsageError } from '../command';
import { usualSandboxPort as usualPort } from '../gateway/usualSandboxPort';
import { readFlags } from '../readFlags';

export const sandboxHelp = `Usage: iotpay sandbox [options]

Runs a stand-in for the IOTPay card gateway on this computer, with test cards and without an account.

Options
  --port <number>        the port (${usualPort}, or a free one if that is taken; 0 for any)
  --mch-id <id>          the merchant that it knows,
  --login-name <name>    its login name (at most 12 characters)
  --merchant-key <key>   and the key that it signs with. Never give a real key: everyone who can
                         list this computer's processes can read it
  --like <file>          behave like the gateway that iotpay doctor --probe has written the file of
  --persist <file>       keep orders, cards, notifications and events in a file, and go on from there
  --scenario <file>      play a scenario first: a JSON file, or the name of one that comes along
  --notify-url <url>     where the scenario's shop is told; the sandbox plays the shop otherwise
  --plain                no test-card picker on the card form
  --quiet                nothing in the terminal but where the sandbox is

For a phone on the same network, or a container
  --host <address>       listen there, e.g. 0.0.0.0: anybody on that network can then use the sandbox
  --trust <name>         a host beside this computer: the sandbox answers to it, takes calls from its
                         pages and sends notifications to it. Give it once for each
  --public-url <origin>  where browsers find the sandbox, e.g. http://localhost:${usualPort}

Exit codes
  0  it was stopped with Ctrl-C
  2  it could not be started`;

/** The options of `iotpay sandbox`. */
export interface SandboxFlags {
  readonly options: SandboxOptions;
  /** The file of a probe. */
  readonly like: string | undefined;
  readonly scenario: string | undefined;
  readonly notifyUrl: string | undefined;
  readonly isQuiet: boolean;
}

const text = { type: 'string' } as const;
const known = {
  port: text,
  'mch-id': text,
  'login-name': text,
  'merchant-key': text,
  like: text,
  persist: text,
  scenario: text,
  'notify-url': text,
  plain: { type: 'boolean' },
  quiet: { type: 'boolean' },
  host: text,
  trust: { type: 'string', multiple: true },
  'public-url': text,
} as const;

/** @throws UsageError */
export function readSandboxFlags(args: readonly string[]): SandboxFlags {
  const { values } = readFlags(args, known, 0);
  const { port, scenario, plain = false, quiet = false, persist, host, trust } = values;
  if (port !== undefined && !/^\d{1,5}$/.test(port)) throw new UsageError('--port takes a number.');
  const notifyUrl = values['notify-url'];
  if (notifyUrl !== undefined && !URL.canParse(notifyUrl)) throw new UsageError('--notify-url takes a URL.');
  return {
    options: {
      port: port === undefined ? undefined : Number(port),
      credentials: {
        ...(values['mch-id'] !== undefined && { mchId: values['mch-id'] }),
        ...(values['login-name'] !== undefined && { loginName: values['login-name'] }),
        ...(values['merchant-key'] !== undefined && { merchantKey: values['merchant-key'] }),
      },
      persist,
      plain,
      host,
      trust,
      publicUrl: values['public-url'],
    },
    like: values.like,
    scenario,
    notifyUrl,
    isQuiet: quiet,
  };
}
