const LINE_FEED = 0x0a;

/** How many lines end in a text. */
export function countLines(text: string): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
}

/**
 * Where bytes stop being UTF-8, found byte by byte. `before` are the last good bytes ahead of them,
 * which may hold the beginning of a character.
 */
export function firstBadByte(before: Uint8Array, bytes: Uint8Array): { readonly linesBefore: number } {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let linesBefore = 0;
  try {
    decoder.decode(before.subarray(before.findIndex((byte) => !isContinuation(byte))), { stream: true });
    for (const byte of bytes) {
      decoder.decode(Uint8Array.of(byte), { stream: true });
      if (byte === LINE_FEED) linesBefore += 1;
    }
  } catch {
    // The place is known: it is where the decoder refused.
  }
  return { linesBefore };
}

function isContinuation(byte: number): boolean {
  return (byte & 0xc0) === 0x80;
}
