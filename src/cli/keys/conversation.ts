import { createInterface } from 'node:readline';
import { Interrupted, type PromptDevice } from '../command';

/** Questions at a terminal whose answers are no secret. */
export interface Conversation {
  /** @throws Interrupted at Ctrl-C, Ctrl-D, or when the terminal goes away. */
  ask(question: string): Promise<string>;
  end(): void;
}

/** One conversation for all questions: lines that were typed ahead wait for theirs. */
export function startConversation(
  { input, output }: Pick<PromptDevice, 'input' | 'output'>,
  stop: AbortSignal,
): Conversation {
  const editor = createInterface({ input, output, historySize: 0, signal: stop });
  const giveUp = () => editor.close();
  input.once('error', giveUp);
  const lines = editor[Symbol.asyncIterator]();
  return {
    async ask(question) {
      output.write(question);
      const line: IteratorResult<string, undefined> = await lines.next();
      if (line.done || stop.aborted) throw new Interrupted();
      return line.value.trim();
    },
    end() {
      input.off('error', giveUp);
      editor.close();
    },
  };
}
