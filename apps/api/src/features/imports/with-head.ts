const HEAD_BYTES = 8 * 1024;

/** Keeps the first kilobytes of what passes by, by which a format is recognised. */
export function withHead(): { watch: (part: Uint8Array) => void; bytes: () => Uint8Array } {
  const head = Buffer.alloc(HEAD_BYTES);
  let length = 0;
  return {
    watch(part) {
      if (length === HEAD_BYTES) return;
      const taken = part.subarray(0, HEAD_BYTES - length);
      head.set(taken, length);
      length += taken.byteLength;
    },
    bytes: () => head.subarray(0, length),
  };
}
