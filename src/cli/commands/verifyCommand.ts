import { checkSignature } from '../../server/signing/verify';
import type { SignParams } from '../../server/signing/canonical';
import { type Command, exitCodes } from '../command';
import { explainSteps, stepsAsText, type NamedKey } from '../../server/signing/explain/explainSteps';
import { maskSecrets, showInvisible } from '../../server/signing/explain/mask';
import { findMerchantKeys, keyHelp, refuseKeyArguments } from '../keys/merchantKeys';
import { readFlags } from '../readFlags';
import { readInput } from '../input/readInput';
import { readSignedMessage } from '../input/readMessage';

const help = `Usage: iotpay verify [options] [file]

Says whether a message's sign is right, with which key, or what the likely mistake is. Nothing leaves
this computer. The message is a JSON object or a urlencoded body, best just as the notification
arrived, read from the file, or from standard input for - or no file. Numbers count as written.

Options
  --explain         show the steps on standard error, with the key, secureId, cvv and the like masked
  --key-env <name>  the environment variable that holds the merchant key; give it several times to
                    try several keys, while one replaces the other

${keyHelp}

Exit codes
  0    the sign is right
  1    it is not: missing, malformed, forged, or of another key
  2    not checked: a wrong option, a message that is none, no key
  130  Ctrl-C`;

const options = {
  explain: { type: 'boolean' },
  'key-env': { type: 'string', multiple: true },
} as const;

export const verifyCommand: Command = {
  summary: 'say whether the signature of a message is right, offline',
  help,
  async run(args, terminal) {
    refuseKeyArguments(args);
    const { values, positionals } = readFlags(args, options, 1);
    const fields = readSignedMessage(await readInput(positionals[0], terminal));
    const keys = await findMerchantKeys(values['key-env'] ?? [], terminal);
    if (values.explain) terminal.error(explain(fields, keys));
    const check = checkSignature(
      fields,
      keys.map(({ value }) => value),
    );
    if (!check.valid) {
      terminal.out(`not valid (${check.reason})\n${check.message}`);
      return exitCodes.notValid;
    }
    const { name = '' } = keys[check.keyIndex] ?? {};
    terminal.out(`valid, signed with the key ${name === 'typed' ? 'that was typed' : `in ${name}`}`);
    return exitCodes.done;
  },
};

function explain(fields: SignParams, keys: readonly NamedKey[]): string {
  return `${stepsAsText(explainSteps(fields, keys, ['ascii', 'case-insensitive']))}\nsign as received\n  ${describeSign(fields.sign, keys)}`;
}

/** A sign that is none can be anything, of any length, the key in the wrong field included. */
function describeSign(sign: unknown, keys: readonly NamedKey[]): string {
  if (sign === undefined || sign === null || sign === '') return 'none';
  if (typeof sign !== 'string') return 'not a text';
  const shown = showInvisible(
    maskSecrets(
      sign,
      keys.map(({ value }) => value),
    ),
  );
  return shown.length > 64 ? `${shown.slice(0, 64)}… (${sign.length} characters)` : shown;
}
