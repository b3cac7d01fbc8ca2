/** What authenticators say in CBOR [RFC 8949]. */
export type Cbor = number | string | Buffer | Map<Cbor, Cbor>;

/** Encodes whole numbers, text, bytes and maps; nothing else is ever needed here. */
export function encodeCbor(value: Cbor): Buffer {
  if (typeof value === 'number') return value >= 0 ? head(0, value) : head(1, -1 - value);
  if (typeof value === 'string')
    return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value]);
  const entries = [...value].flatMap(([key, item]) => [encodeCbor(key), encodeCbor(item)]);
  return Buffer.concat([head(5, value.size), ...entries]);
}

function head(major: number, length: number): Buffer {
  const first = major << 5;
  if (length < 24) return Buffer.of(first | length);
  if (length < 256) return Buffer.of(first | 24, length);
  return Buffer.of(first | 25, length >> 8, length & 0xff);
}
