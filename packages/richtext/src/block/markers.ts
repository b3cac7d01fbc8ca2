/** The beginning of a list item. */
export type ListMarker = {
  readonly ordered: boolean;
  readonly start: number;
  /** `-`, `+`, `*`, `.` or `)`: a change begins another list. */
  readonly sign: string;
  readonly length: number;
};

/** The beginning of a fenced code block. */
export type Fence = { readonly sign: string; readonly length: number; readonly language: string | null };

const LANGUAGE = /^[\w#+.-]{1,32}$/;

/** A list marker at the beginning of a text that stands behind at most three columns of space. */
export function listMarker(text: string): ListMarker | null {
  const bullet = /^([-+*])(?=[ \t]|$)/.exec(text);
  if (bullet?.[1]) return { ordered: false, start: 1, sign: bullet[1], length: 1 };
  const number = /^(\d{1,9})([.)])(?=[ \t]|$)/.exec(text);
  if (!number?.[1] || !number[2]) return null;
  return { ordered: true, start: Number(number[1]), sign: number[2], length: number[0].length };
}

/** Whether the text is three or more `*`, `-` or `_` and nothing else. */
export function isRule(text: string): boolean {
  const sign = text[0] ?? '';
  if (!['*', '-', '_'].includes(sign)) return false;
  let count = 0;
  for (const letter of text) {
    if (letter === sign) count += 1;
    else if (letter !== ' ' && letter !== '\t') return false;
  }
  return count >= 3;
}

/** The level (1 or 2) of an underline that makes a heading of the paragraph above, or null. */
export function underlineLevel(text: string): 1 | 2 | null {
  const match = /^(=+|-+)[ \t]*$/.exec(text);
  return match?.[1] ? (match[1][0] === '=' ? 1 : 2) : null;
}

/** A heading with `#` before it; levels beyond the fourth are the fourth. */
export function headingOf(text: string): { readonly level: 1 | 2 | 3 | 4; readonly text: string } | null {
  const match = /^(#{1,6})(?=[ \t]|$)/.exec(text);
  if (!match?.[1]) return null;
  return { level: headingLevel(match[1].length), text: withoutClosing(text.slice(match[1].length).trim()) };
}

function headingLevel(length: number): 1 | 2 | 3 | 4 {
  return length === 1 ? 1 : length === 2 ? 2 : length === 3 ? 3 : 4;
}

function withoutClosing(text: string): string {
  let end = text.length;
  while (text[end - 1] === '#') end -= 1;
  if (end === 0) return '';
  const before = text[end - 1];
  return before === ' ' || before === '\t' ? text.slice(0, end).trimEnd() : text;
}

/** The fence that opens a code block. */
export function openingFence(text: string): Fence | null {
  const match = /^(`{3,}|~{3,})/.exec(text);
  if (!match?.[1]) return null;
  const sign = match[1][0] ?? '';
  const info = text.slice(match[1].length).trim();
  if (sign === '`' && info.includes('`')) return null;
  const word = (info.split(/\s/, 1)[0] ?? '').toLowerCase();
  return { sign, length: match[1].length, language: LANGUAGE.test(word) ? word : null };
}

/** Whether the text closes the code block that the fence opened. */
export function closesFence(text: string, fence: Fence): boolean {
  let length = 0;
  while (text[length] === fence.sign) length += 1;
  return length >= fence.length && text.slice(length).trim() === '';
}
