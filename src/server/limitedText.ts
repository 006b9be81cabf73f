/** What arrived of a body: its text, or that it is longer than allowed, or that it is no UTF-8. */
export type LimitedText = { readonly text: string } | { readonly fault: 'too_large' | 'not_utf8' };

/** Reads a body up to a limit in bytes; a longer body is given up at once, not kept. */
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

/** Strict, because a signature is over the bytes: a replaced character would only surface as a wrong signature. */
export function decode(chunks: readonly Uint8Array[]): LimitedText {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(joined(chunks)) };
  } catch {
    return { fault: 'not_utf8' };
  }
}

/** Node decodes whole bytes several times as fast as chunk by chunk. */
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
