import { canonicalText } from '../../server/signing/canonical';
import { sign } from '../../server/signing/sign';
import { type Command, exitCodes, UsageError } from '../command';
import { explainSteps, stepsAsText, type NamedKey } from '../../server/signing/explain/explainSteps';
import { findMerchantKeys, keyHelp, refuseKeyArguments } from '../keys/merchantKeys';
import { readFlags } from '../readFlags';
import { readInput } from '../input/readInput';
import { type JsonMessage, readJsonMessage } from '../input/readMessage';

const help = `Usage: iotpay sign [options] [file]

Prints the sign of a message, and nothing else on standard output. Nothing leaves this computer.
The message is a JSON object of parameters, read from the file, or from standard input for - or no
file. Numbers are signed as they are written there; a sign that it already carries is replaced.

Options
  --json            print the message completed with its sign, instead of the sign alone
  --explain         show the steps on standard error, with the key, secureId, cvv and the like masked
  --key-env <name>  the environment variable that holds the merchant key

${keyHelp}

Exit codes
  0    signed
  2    not signed: a wrong option, a message that is none, no key
  130  Ctrl-C`;

const options = {
  json: { type: 'boolean' },
  explain: { type: 'boolean' },
  'key-env': { type: 'string', multiple: true },
} as const;

export const signCommand: Command = {
  summary: 'print the signature of a message, offline',
  help,
  async run(args, terminal) {
    refuseKeyArguments(args);
    const { values, positionals } = readFlags(args, options, 1);
    const names = values['key-env'] ?? [];
    if (names.length > 1) throw new UsageError('It signs with one key: give --key-env once.');
    const message = readJsonMessage(await readInput(positionals[0], terminal));
    refuseUnsignable(message);
    const keys = await findMerchantKeys(names, terminal);
    for (const key of keys) {
      refuseKey(key, message);
      const signature = sign(message.fields, key.value);
      if (values.explain) terminal.error(stepsAsText(explainSteps(message.fields, [key], ['ascii'])));
      terminal.out(values.json ? complete(message, signature) : signature);
    }
    return exitCodes.done;
  },
};

/** What could be hashed, but not in a way that the gateway would be sure to repeat. */
function refuseUnsignable({ fields, spelling }: JsonMessage): void {
  const nested = spelling.find(({ name, literal }) => literal === undefined && name !== 'sign');
  if (nested) {
    throw new UsageError(
      `Field ${JSON.stringify(nested.name)} holds an object or a list, which no IOTPay message does: write it as a text.`,
    );
  }
  const text = canonicalText(fields);
  if (text === '') throw new UsageError('The message has no field with a value: there is nothing to sign.');
  if (/\p{Surrogate}/u.test(text)) {
    throw new UsageError('The message holds half a surrogate pair, which has no UTF-8.');
  }
}

/** `createIotPay` refuses white space too; and a key inside the message would be sent along with it. */
function refuseKey({ value: key }: NamedKey, { fields }: JsonMessage): void {
  if (key !== key.trim()) {
    throw new UsageError(
      'The merchant key begins or ends with white space, probably a line break that was copied along: remove it.',
    );
  }
  if (key.length >= 16 && canonicalText(fields).includes(key)) {
    throw new UsageError('The message holds the merchant key itself: it is never sent, so take it out.');
  }
}

/** The message as it was spelt, so that the signed message is the one that is sent. */
function complete({ spelling }: JsonMessage, signature: string): string {
  const fields = spelling
    .filter(({ name }) => name !== 'sign')
    .map(({ name, literal = '' }) => `${JSON.stringify(name)}:${literal}`);
  return `{${[...fields, `"sign":"${signature}"`].join(',')}}`;
}
