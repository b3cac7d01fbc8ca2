/** Text for the typesetter: as it is, or cut where a line may end although the text has no place for it. */
export type Printable = string | readonly string[];

const LONG_WORD = /\S{24,}/gu;
const HAS_LONG_WORD = /\S{24,}/u;
/** After what a path, an address or a token may be broken. */
const AFTER_PUNCTUATION = /(?<=[/\\?&=.,:;_@+%#)\]}-])(?![/\\?&=.,:;_@+%#)\]}-])/u;
/** At most twelve letters, each with its marks. */
const PIECE = /(?:\P{M}\p{M}*|\p{M}+){1,12}/gu;

const LONE_SURROGATES = /\p{Cs}/gu;
const NONCHARACTERS = /[\uFDD0-\uFDEF]|\p{Noncharacter_Code_Point}/gu;
/** Characters that show text in another order than it has, or nothing at all. */
const DECEIVING = /[\u061C\u202A-\u202E\u2066-\u2069\uFEFF]/gu;
const CONTROLS = /(?![\t\n\r])\p{Cc}/gu;
const LINE_ENDS = /\r\n?|[\u2028\u2029\u0085]/g;

const valid = (text: string) =>
  text.replaceAll(LONE_SURROGATES, '\uFFFD').replaceAll(NONCHARACTERS, '\uFFFD');

/** One line without characters that cannot be seen: they are left out. */
export function plainLine(text: string): string {
  return valid(text)
    .replaceAll(LINE_ENDS, ' ')
    .replaceAll(/[\t\n]/g, ' ')
    .replaceAll(CONTROLS, '')
    .replaceAll(DECEIVING, '');
}

/** Control Pictures, U+2400…: an escape character in evidence is worth seeing. */
const picture = (control: string) => {
  const code = control.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? '\u2421' : '\uFFFD';
};

/** Code keeps its lines and tabs; what cannot be seen becomes a sign of its own. */
export function plainCode(text: string): string {
  return valid(text)
    .replaceAll(LINE_ENDS, '\n')
    .replaceAll(CONTROLS, picture)
    .replaceAll(DECEIVING, '\uFFFD');
}

/** Whether a line of it may need to be broken inside a word. */
export const hasLongWord = (text: string) => HAS_LONG_WORD.test(text);

/** Cuts long words where a line may end. The pieces together are the text: nothing is added that could be copied. */
export function breakable(text: string): Printable {
  if (!hasLongWord(text)) return text;
  const pieces: string[] = [];
  let pending = '';
  let end = 0;
  for (const { 0: word, index } of text.matchAll(LONG_WORD)) {
    pending += text.slice(end, index);
    for (const part of word.split(AFTER_PUNCTUATION)) {
      for (const [piece] of part.matchAll(PIECE)) {
        pieces.push(pending + piece);
        pending = '';
      }
    }
    end = index + word.length;
  }
  pending += text.slice(end);
  if (pending !== '') pieces.push(pending);
  return pieces;
}

/** A line that is cut at `maximum` characters, for places that have one line only. */
export function shortened(text: string, maximum: number): string {
  const letters = Array.from(plainLine(text));
  return letters.length <= maximum
    ? letters.join('')
    : `${letters
        .slice(0, maximum - 1)
        .join('')
        .trimEnd()}…`;
}

/** What a reader sees, with long words cut. */
export const printable = (text: string): Printable => breakable(plainLine(text));
