import { createInterface } from 'node:readline';
import { Interrupted, type PromptDevice } from '../command';

/**
 * Asks for a line that is no secret.
 *
 * @throws Interrupted at Ctrl-C, Ctrl-D, or when the terminal goes away.
 */
export async function askLine(
  question: string,
  { input, output }: Pick<PromptDevice, 'input' | 'output'>,
  stop: AbortSignal,
): Promise<string> {
  const giveUp = () => editor.close();
  // Before the editor listens, which would take half a line for the whole.
  input.once('end', giveUp).once('error', giveUp);
  const editor = createInterface({ input, output, historySize: 0, signal: stop });
  try {
    return await new Promise((resolve, reject) => {
      editor.once('close', () => reject(new Interrupted())).once('error', reject);
      editor.once('line', (line) => resolve(line.trim()));
      editor.setPrompt(question);
      editor.prompt();
    });
  } finally {
    editor.close();
    input.off('end', giveUp).off('error', giveUp);
  }
}
