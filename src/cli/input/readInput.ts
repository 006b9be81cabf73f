import { createReadStream } from 'node:fs';
import { addAbortSignal, type Readable } from 'node:stream';
import { decode } from '../../server/limitedText';
import { Interrupted, type Terminal, UsageError } from '../command';

const mebibyte = 1024 * 1024;

/** Why a file can't be read. It leaves out the name, because a key may have been given in its place. */
const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file.',
  ENOTDIR: 'There is no such file.',
  ENAMETOOLONG: 'There is no such file.',
  EISDIR: 'That is a folder, not a file.',
  EACCES: 'The file may not be read: permission denied.',
  EPERM: 'The file may not be read: permission denied.',
};

/**
 * The text of a file, or of standard input for `-` or none. A byte order mark at its beginning is dropped.
 *
 * @throws UsageError for input that can't be read, is longer than 1 MiB or is not UTF-8.
 * @throws Interrupted at Ctrl-C.
 */
export async function readInput(file: string | undefined, terminal: Terminal): Promise<string> {
  const chunks = await readBytes(openInput(file, terminal), terminal.stop);
  const read = decode(chunks);
  if ('text' in read) return read.text;
  throw new UsageError(
    'The message is not UTF-8, and a signature is over UTF-8 bytes. Windows PowerShell 5 writes UTF-16: there, use Out-File -Encoding utf8.',
  );
}

function openInput(file: string | undefined, { input, error }: Terminal): Readable {
  if (file !== undefined && file !== '-') return createReadStream(file);
  if (input.isTTY) error('Type or paste the message, then press Ctrl-D (on Windows Ctrl-Z and Enter).');
  return input;
}

async function readBytes(stream: Readable, stop: AbortSignal): Promise<Uint8Array[]> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of addAbortSignal(stop, stream) as AsyncIterable<Uint8Array>) {
      size += chunk.byteLength;
      if (size > mebibyte) throw new UsageError('The message is longer than 1 MiB.');
      chunks.push(chunk);
    }
    return chunks;
  } catch (error) {
    if (stop.aborted) throw new Interrupted();
    if (error instanceof UsageError) throw error;
    const { code = 'unknown error' } = error as NodeJS.ErrnoException;
    throw new UsageError(reasons[code] ?? `The message can't be read (${code}).`);
  }
}
