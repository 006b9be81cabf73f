import { existsSync, readFileSync } from 'node:fs';
import type { KeptLine } from './keptState';
import { persistError } from './persistError';

/** The file's first line. Another version of the package may not understand what follows. */
export const header = '{"iotpaySandbox":1}';

/**
 * The lines of a file; none if there is no file yet. A last line that breaks off was being written when the sandbox was killed: it
 * told of something that nobody had been told of yet.
 *
 * @throws IotPayError `persist_failed` for a file that is another one's, or of another version.
 */
export function readLines(file: string): readonly KeptLine[] {
  if (!existsSync(file)) return [];
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw persistError(file, 'be read', error);
  }
  const [first = '', ...rest] = text.split('\n');
  if (text === '') return [];
  if (first !== header) {
    const isOurs = first.startsWith('{"iotpaySandbox":');
    throw persistError(
      file,
      isOurs ? 'be read: another version of react-iotpay wrote it' : 'be used: it is no file of the sandbox',
    );
  }
  const torn = rest.pop() ?? '';
  const complete = torn === '' ? rest : [...rest, torn];
  return complete.flatMap((line, index) => readLine(line, file, index === rest.length));
}

function readLine(line: string, file: string, mayBeTorn: boolean): KeptLine[] {
  try {
    return [JSON.parse(line) as KeptLine];
  } catch (error) {
    if (mayBeTorn) return [];
    throw persistError(file, 'be read: one of its lines is damaged', error);
  }
}
