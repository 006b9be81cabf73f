import type { ConsoleEvent } from '../../../src/sandbox/consoleApi/events';

/** One message of the stream. */
export interface StreamMessage {
  readonly id?: string;
  readonly event?: string;
  readonly data: unknown;
}

function readMessage(block: string): StreamMessage | undefined {
  const fields = new Map(block.split('\n').map((line) => line.split(/: (.*)/s, 2) as [string, string]));
  const data = fields.get('data');
  if (data === undefined) return undefined;
  const [id, event] = [fields.get('id'), fields.get('event')];
  return {
    data: JSON.parse(data) as unknown,
    ...(id !== undefined && { id }),
    ...(event !== undefined && { event }),
  };
}

/** Reads server-sent events, as an `EventSource` does, until `isEnough` says so; then it hangs up. */
export async function readStream(
  url: string,
  isEnough: (messages: readonly StreamMessage[]) => boolean,
  lastEventId?: string,
): Promise<StreamMessage[]> {
  const stop = new AbortController();
  const headers = lastEventId === undefined ? {} : { 'Last-Event-ID': lastEventId };
  const response = await fetch(url, { headers, signal: stop.signal });
  const messages: StreamMessage[] = [];
  let rest = '';
  const decoder = new TextDecoder();
  const body = response.body as AsyncIterable<Uint8Array> | null;
  for await (const chunk of body ?? []) {
    rest += decoder.decode(chunk, { stream: true });
    const blocks = rest.split('\n\n');
    rest = blocks.pop() ?? '';
    messages.push(...blocks.flatMap((block) => readMessage(block) ?? []));
    if (isEnough(messages)) break;
  }
  stop.abort();
  return messages;
}

export const eventsIn = (messages: readonly StreamMessage[]) =>
  messages.filter(({ event }) => event === undefined).map(({ data }) => data as ConsoleEvent);
