import { parseArgs, type ParseArgsConfig } from 'node:util';
import { UsageError } from './command';

type FlagOptions = NonNullable<ParseArgsConfig['options']>;

/**
 * A command's options and its other arguments. What doesn't fit is never repeated in a message, as Node would do: it may
 * be a merchant key that slipped into the wrong place, and messages end up in logs.
 *
 * @throws UsageError for an option that doesn't exist or lacks its value, and for too many arguments.
 */
export function readFlags<const Options extends FlagOptions>(
  args: readonly string[],
  options: Options,
  mostArguments: 0 | 1,
  argument = 'file',
) {
  const parsed = refusingUnknown(options, () =>
    parseArgs({ args: [...args], options, allowPositionals: true }),
  );
  if (parsed.positionals.length > mostArguments) {
    throw new UsageError(
      mostArguments === 0
        ? 'It takes options only, and something else was given.'
        : `It takes one ${argument} at most, and more was given.`,
    );
  }
  return parsed;
}

function refusingUnknown<Result>(options: FlagOptions, parse: () => Result): Result {
  try {
    return parse();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    // Of the other complaints this one is safe: it names an option that exists, and no value.
    if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') throw new UsageError(message);
    const names = [...Object.keys(options), 'help'].map((name) => `--${name}`);
    throw new UsageError(`One of the options does not exist. There are: ${names.join(', ')}.`);
  }
}
