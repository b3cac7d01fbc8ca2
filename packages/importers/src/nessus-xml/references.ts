/** Text without `&#…;` that the parser left in place because XML forbids the character. */
export function withoutBrokenReferences(text: string): string {
  return text.replace(/&#(?:x([\da-f]{1,12})|(\d{1,12}));/gi, (reference, hex?: string, decimal?: string) => {
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return isForbidden(code) ? '' : reference;
  });
}

/** XML 1.0, production 2 (Char), turned round. */
function isForbidden(code: number): boolean {
  const isControl = code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d;
  const isSurrogate = code >= 0xd800 && code <= 0xdfff;
  return isControl || isSurrogate || code === 0xfffe || code === 0xffff || code > 0x10ffff;
}
