import type { WireMessage } from '../consoleApi/events';

/** For a POSIX shell: nothing in single quotes means anything but itself. */
const quote = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;

/** A request as a command line to paste. Masked values stay masked. */
export function curlOf(url: string, { body }: WireMessage): string {
  return [
    `curl -sS ${quote(url)}`,
    `  -H 'Content-Type: application/json;charset=UTF-8'`,
    `  --data-raw ${quote(body)}`,
  ].join(' \\\n');
}
