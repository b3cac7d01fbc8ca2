import { withoutControls } from './without-controls.ts';

/** Characters that turn the reading direction or hide: they would show another text than the one stored. */
const HIDDEN = /[\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g;

/** Text over lines: line feeds alone, no control or hidden characters, no blank ends. */
export function cleanText(text: string): string {
  return withoutControls(text.replace(/\r\n?|[\u2028\u2029]/g, '\n'))
    .replace(HIDDEN, '')
    .replace(/^(?:[ \t]*\n)+/, '')
    .trimEnd();
}

/** Text on one line, cut with an ellipsis. */
export function cleanLine(text: string, maxChars: number): string {
  const line = cleanText(text).replace(/\s+/g, ' ').trim();
  return line.length <= maxChars ? line : `${cutAt(line, maxChars - 1)}…`;
}

/** The first characters of a text, and after them a clear word that there was more. */
export function shorten(text: string, maxChars: number): string {
  if (text.length <= maxChars) return text;
  return `${cutAt(text, maxChars)}\n\n(shortened here: the scanner wrote more than ${maxChars} characters)`;
}

/**
 * A copy that does not hold on to the larger text it was cut from. A substring keeps its source in
 * memory, and here the source is a piece of the file.
 */
export function detached(text: string): string {
  return ` ${text}`.slice(1);
}

function cutAt(text: string, length: number): string {
  const last = text.charCodeAt(length - 1);
  const isHalf = last >= 0xd800 && last <= 0xdbff;
  return text.slice(0, isHalf ? length - 1 : length);
}
