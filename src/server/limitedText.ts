/** The result of reading a body: its text, or that it is too long or not UTF-8. */
export type LimitedText = { readonly text: string } | { readonly fault: 'too_large' | 'not_utf8' };

/** Reads a body up to a limit in bytes. A longer body is given up at once. */
export async function readLimitedText(
  body: ReadableStream<Uint8Array> | null,
  limit: number,
): Promise<LimitedText> {
  if (!body) return { text: '' };
  const reader = body.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return decode(chunks);
    size += value.byteLength;
    if (size > limit) {
      // Cancelling may fail where the connection is already gone; the body is given up either way.
      reader.cancel().catch(() => undefined);
      return { fault: 'too_large' };
    }
    chunks.push(value);
  }
}

/** Strict, because a signature is over the bytes, and a replaced character would only show up as a wrong signature. */
export function decode(chunks: readonly Uint8Array[]): LimitedText {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(joined(chunks)) };
  } catch {
    return { fault: 'not_utf8' };
  }
}

/** Joins the chunks, because Node decodes one long array several times as fast as many short ones. */
function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const [only] = chunks;
  if (only && chunks.length === 1) return only;
  const bytes = new Uint8Array(chunks.reduce((size, { byteLength }) => size + byteLength, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return bytes;
}
