import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { Interrupted, type PromptDevice } from '../command';

/**
 * Asks for a secret and shows nothing of the typed or pasted text, not even its length. Node's line editor does the rest: it
 * knows backspace, arrows and characters of several bytes, and a paste ends at its first line break.
 *
 * @throws Interrupted at Ctrl-C, Ctrl-D, or when the terminal goes away.
 */
export async function askSecretly(
  question: string,
  { input, output }: Pick<PromptDevice, 'input' | 'output'>,
  stop: AbortSignal,
): Promise<string> {
  output.write(question);
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const giveUp = () => editor.close();
  // Before the editor listens, which would take the half of a key that was typed by then for the whole.
  input.once('end', giveUp).once('error', giveUp);
  const editor = createInterface({ input, output: nowhere, terminal: true, historySize: 0, signal: stop });
  try {
    return await new Promise((resolve, reject) => {
      editor.once('close', () => reject(new Interrupted())).once('error', reject);
      editor.once('line', resolve);
    });
  } finally {
    editor.close();
    input.off('end', giveUp).off('error', giveUp);
    output.write('\n');
  }
}
