import { isPunctuation, unescapeText } from '../character-reference.ts';

const MAX_LABEL = 999;
const MAX_ADDRESS = 2048;
const MAX_PARENTHESES = 32;
const CLOSING: Readonly<Record<string, string>> = { '"': '"', "'": "'", '(': ')' };

/** Something read from a text, and where it ends. */
export type Read = { readonly text: string; readonly end: number };

/** The first position from `at` on that is neither space, tab nor newline. */
export function skipSpace(text: string, at: number): number {
  let end = at;
  while (text[end] === ' ' || text[end] === '\t' || text[end] === '\n') end += 1;
  return end;
}

/** The label that begins with `[` at `at`, without its brackets (CommonMark 0.31.2, "link label"). */
export function readLabel(text: string, at: number): Read | null {
  if (text[at] !== '[') return null;
  for (let end = at + 1; end < text.length && end - at <= MAX_LABEL; end += 1) {
    const letter = text[end];
    if (letter === '\\') end += 1;
    else if (letter === '[') return null;
    else if (letter === ']') return { text: text.slice(at + 1, end), end: end + 1 };
  }
  return null;
}

/** What two labels have in common when they mean the same definition; empty for a label of nothing but space. */
export function labelKey(label: string): string {
  return label.trim().replace(/\s+/g, ' ').toLowerCase().toUpperCase();
}

/** The address that begins at `at`: in angle brackets, or without spaces and with balanced parentheses. */
export function readAddress(text: string, at: number): Read | null {
  const read = text[at] === '<' ? readBracketed(text, at) : readBare(text, at);
  return read && { text: unescapeText(read.text), end: read.end };
}

function readBracketed(text: string, at: number): Read | null {
  for (let end = at + 1; end < text.length && end - at <= MAX_ADDRESS; end += 1) {
    const letter = text[end];
    if (letter === '\\') end += 1;
    else if (letter === '<' || letter === '\n') return null;
    else if (letter === '>') return { text: text.slice(at + 1, end), end: end + 1 };
  }
  return null;
}

function readBare(text: string, at: number): Read | null {
  let end = at;
  let open = 0;
  for (; end < text.length; end += 1) {
    const letter = text[end] ?? '';
    if (end - at > MAX_ADDRESS || open > MAX_PARENTHESES) return null;
    if (letter === '\\' && isPunctuation(text[end + 1] ?? '')) end += 1;
    else if (letter <= ' ') break;
    else if (letter === '(') open += 1;
    else if (letter === ')') {
      if (open === 0) break;
      open -= 1;
    }
  }
  return open > 0 ? null : { text: text.slice(at, end), end };
}

/** Where the quoted title that begins at `at` ends, or null; titles are read over and not kept. */
export function readTitle(text: string, at: number): number | null {
  const opening = text[at] ?? '';
  const closing = CLOSING[opening];
  if (closing === undefined) return null;
  for (let end = at + 1; end < text.length && end - at <= MAX_ADDRESS; end += 1) {
    const letter = text[end];
    if (letter === '\\') end += 1;
    else if (letter === closing) return end + 1;
    else if (letter === opening) return null;
  }
  return null;
}

/** The `(address "title")` that begins at `at`. */
export function readTarget(text: string, at: number): Read | null {
  if (text[at] !== '(') return null;
  const start = skipSpace(text, at + 1);
  if (text[start] === ')') return { text: '', end: start + 1 };
  const address = readAddress(text, start);
  if (!address) return null;
  let end = skipSpace(text, address.end);
  if (end > address.end && text[end] !== ')') {
    const title = readTitle(text, end);
    if (title === null) return null;
    end = skipSpace(text, title);
  }
  return text[end] === ')' ? { text: address.text, end: end + 1 } : null;
}
