import { cleanText } from './clean-text.ts';
import { plainAddresses } from './plain-address.ts';

/** What acts anywhere in a line. An underscore inside a word does not; `://` and `www.` begin links. */
const ACTS_ANYWHERE = /[\\`*{}[\]<&~|]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])|:(?=\/\/)|(?<=www)\./gi;

/** What acts at a line's beginning: headings, lists, quotes, underlines, tables; and `=`, `+`, `-` in spreadsheets. */
const ACTS_FIRST = /^(?:[#+=>-]|:(?=-))/;
const NUMBERED = /^(\d{1,9})([.)])(?=\s|$)/;

/**
 * Text as Markdown (CommonMark and GFM) that shows it literally. Lines stay lines, without the blanks
 * around them. Lists are escaped too; proseToMarkdown keeps them.
 */
export function escapeMarkdown(text: string): string {
  return cleanText(text)
    .split('\n')
    .map((line) => escapeLine(line.trim()))
    .join('\n');
}

/** The same for one line without blanks around it. */
export function escapeLine(line: string): string {
  let escaped = '';
  let at = 0;
  for (const { from, to } of plainAddresses(line)) {
    escaped += escapeInside(line, at, from) + line.slice(from, to);
    at = to;
  }
  escaped += escapeInside(line, at, line.length);
  return escaped.replace(ACTS_FIRST, '\\$&').replace(NUMBERED, '$1\\$2');
}

function escapeInside(line: string, from: number, to: number): string {
  return line.slice(from, to).replace(ACTS_ANYWHERE, '\\$&');
}
