/** The first bytes of a file as text, whatever its encoding: enough to recognise it, not to read it. */
export function readHead(head: Uint8Array): string {
  return new TextDecoder(encodingOf(head)).decode(head).replaceAll('\0', '').trimStart();
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return 'utf-8';
}
