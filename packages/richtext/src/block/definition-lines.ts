import type { Definitions } from '../definitions.ts';
import { labelKey, readAddress, readLabel, readTitle, skipSpace } from '../inline/link-syntax.ts';

/** Takes the `[label]: address` definitions from the beginning of a paragraph; answers where the rest begins. */
export function takeDefinitions(text: string, definitions: Definitions): number {
  let at = 0;
  for (let end = takeOne(text, at, definitions); end !== null; end = takeOne(text, at, definitions)) at = end;
  return at;
}

function takeOne(text: string, at: number, definitions: Definitions): number | null {
  const label = readLabel(text, at);
  if (!label || text[label.end] !== ':' || label.text.startsWith('^') || labelKey(label.text) === '')
    return null;
  const start = skipSpace(text, label.end + 1);
  const address = readAddress(text, start);
  if (!address || address.end === start) return null;
  const titleAt = skipSpace(text, address.end);
  const title = titleAt > address.end ? readTitle(text, titleAt) : null;
  const end = (title === null ? null : lineEnd(text, title)) ?? lineEnd(text, address.end);
  if (end === null) return null;
  definitions.define(label.text, address.text);
  return end;
}

/** Where the next line begins, if nothing but space is left in this one. */
function lineEnd(text: string, at: number): number | null {
  let end = at;
  while (text[end] === ' ' || text[end] === '\t') end += 1;
  if (end === text.length) return end;
  return text[end] === '\n' ? end + 1 : null;
}
