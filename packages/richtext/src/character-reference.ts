const NAMED: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', '\u00a0'],
  ['copy', '©'],
  ['reg', '®'],
  ['trade', '™'],
  ['hellip', '…'],
  ['ndash', '–'],
  ['mdash', '—'],
  ['lsquo', '‘'],
  ['rsquo', '’'],
  ['ldquo', '“'],
  ['rdquo', '”'],
  ['laquo', '«'],
  ['raquo', '»'],
  ['bull', '•'],
  ['middot', '·'],
  ['times', '×'],
  ['deg', '°'],
  ['para', '¶'],
  ['sect', '§'],
  ['euro', '€'],
  ['pound', '£'],
  ['larr', '←'],
  ['rarr', '→'],
  ['le', '≤'],
  ['ge', '≥'],
  ['ne', '≠'],
]);
const REFERENCE = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]{2,8}));/y;
const HIGHEST = 0x10ffff;

/** The character reference that stands at `at`: its text and length, or null. Numbers and the names that people type. */
export function referenceAt(
  text: string,
  at: number,
): { readonly text: string; readonly length: number } | null {
  REFERENCE.lastIndex = at;
  const match = REFERENCE.exec(text);
  if (!match) return null;
  const [whole, decimal, hex, name] = match;
  if (name !== undefined) {
    const character = NAMED.get(name);
    return character === undefined ? null : { text: character, length: whole.length };
  }
  const code = decimal === undefined ? Number.parseInt(hex ?? '0', 16) : Number(decimal);
  const isCharacter = code > 0 && code <= HIGHEST && !(code >= 0xd800 && code <= 0xdfff);
  return { text: isCharacter ? String.fromCodePoint(code) : '\ufffd', length: whole.length };
}

/** Text with backslash escapes and character references resolved, as in an address. */
export function unescapeText(text: string): string {
  if (!/[\\&]/.test(text)) return text;
  let result = '';
  for (let at = 0; at < text.length; ) {
    const letter = text[at] ?? '';
    const next = text[at + 1];
    const reference = letter === '&' ? referenceAt(text, at) : null;
    if (reference) {
      result += reference.text;
      at += reference.length;
    } else if (letter === '\\' && next !== undefined && isPunctuation(next)) {
      result += next;
      at += 2;
    } else {
      result += letter;
      at += 1;
    }
  }
  return result;
}

/** Whether the character is ASCII punctuation, which a backslash may precede. */
export function isPunctuation(letter: string): boolean {
  return /^[!-/:-@[-`{-~]$/.test(letter);
}
