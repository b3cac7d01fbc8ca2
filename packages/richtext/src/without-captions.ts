import { EVIDENCE_SCHEME, evidenceIdOf } from './address.ts';
import { parseBlocks } from './block/parse-blocks.ts';
import { cleanLines } from './clean.ts';
import { Definitions } from './definitions.ts';
import { readAddress, readLabel, readTitle, skipSpace } from './inline/link-syntax.ts';
import { scanInline } from './inline/scan-inline.ts';
import { parseRichText } from './parse-rich-text.ts';
import type { Block } from './tree.ts';

type IsShown = (evidenceId: string) => boolean;

/** Nothing inline reaches over a blank line, in a quote either. */
const BLANK = /^[\s>]*$/;
/** What may stand before a definition in its line: marks of quotes and lists. */
const MARKS = /[ \t>*+\-\d.)]*/y;

/**
 * A text without the words that stand for images of evidence which its reader may not see: in their brackets and in the
 * labels and titles of their definitions. The images themselves stay, without a word; where one cannot be told from what is
 * around it, the lines around it go too.
 */
export function withoutCaptions(markdown: string, isShown: IsShown): string {
  const lines = cleanLines(markdown);
  const cleaned = withoutDefinitions(withoutLabels(lines, isShown), isShown);
  if (saysNothing(cleaned, isShown)) return cleaned === lines.join('\n') ? markdown : cleaned;
  const kept = partsOf(cleaned.split('\n'))
    .filter((part) => saysNothing(part, isShown))
    .join('\n');
  return saysNothing(kept, isShown) ? kept : '';
}

/** Whether no figure that the reader may not see has a caption. */
function saysNothing(text: string, isShown: IsShown): boolean {
  const isSilent = (block: Block): boolean => {
    switch (block.type) {
      case 'figure':
        return block.caption === '' || isShown(block.evidenceId);
      case 'quote':
        return block.children.every(isSilent);
      case 'list':
        return block.items.every((item) => item.children.every(isSilent));
      default:
        return true;
    }
  };
  return parseRichText(text).every(isSilent);
}

/** The text in stretches between blank lines, and the blank lines; joined by line ends they are the whole. */
function partsOf(lines: readonly string[]): string[] {
  const parts: string[] = [];
  let isOpen = false;
  for (const line of lines) {
    const last = parts.length - 1;
    const isBlank = BLANK.test(line);
    if (isOpen && !isBlank) parts[last] += `\n${line}`;
    else parts.push(line);
    isOpen = !isBlank;
  }
  return parts;
}

function withoutLabels(lines: readonly string[], isShown: IsShown): string {
  const definitions = new Definitions();
  parseBlocks(lines, definitions);
  // A stretch as a whole, for labels that go over lines; then line by line, for marks of one line that belong to no other.
  const inParts = partsOf(lines).map((part) => withoutLabelsIn(part, definitions, isShown));
  return inParts
    .join('\n')
    .split('\n')
    .map((line) => withoutLabelsIn(line, definitions, isShown))
    .join('\n');
}

function withoutLabelsIn(text: string, definitions: Definitions, isShown: IsShown): string {
  let kept = '';
  let at = 0;
  for (const item of scanInline(text, definitions)) {
    if (item.kind !== 'bracket' || item.target?.type !== 'figure' || isShown(item.target.evidenceId))
      continue;
    const start = item.start - '!['.length;
    // One within the label of another went with it.
    if (start < at) continue;
    kept += `${text.slice(at, start)}![](${EVIDENCE_SCHEME}${item.target.evidenceId})`;
    at = item.end;
  }
  return kept + text.slice(at);
}

/** After `withoutLabels` nothing needs them any more. */
function withoutDefinitions(text: string, isShown: IsShown): string {
  let kept = '';
  let at = 0;
  for (let line = 0; line !== -1 && line < text.length; line = nextLine(text, line)) {
    if (line < at) continue;
    MARKS.lastIndex = line;
    const start = line + (MARKS.exec(text)?.[0].length ?? 0);
    const label = readLabel(text, start);
    if (!label || text[label.end] !== ':') continue;
    const address = readAddress(text, skipSpace(text, label.end + 1));
    const id = address && evidenceIdOf(address.text);
    if (!address || !id || isShown(id)) continue;
    kept += text.slice(at, start);
    at = readTitle(text, skipSpace(text, address.end)) ?? address.end;
  }
  return kept + text.slice(at);
}

function nextLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end === -1 ? -1 : end + 1;
}
