/** What arrived of a body: its text, or that it is longer than allowed, or that it is no UTF-8. */
export type LimitedText = { readonly text: string } | { readonly fault: 'too_large' | 'not_utf8' };

/** Reads a body up to a limit in bytes; what is longer is given up at once, not kept. */
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
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    const texts = chunks.map((chunk) => decoder.decode(chunk, { stream: true }));
    return { text: texts.join('') + decoder.decode() };
  } catch {
    return { fault: 'not_utf8' };
  }
}
