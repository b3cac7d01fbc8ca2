import { cleanText } from './clean-text.ts';
import { escapeLine } from './escape-markdown.ts';

/** Scanners wrap somewhere beyond this. A break ahead of a word that would have fitted before it was meant. */
const WRAP_COLUMN = 50;
const LIST_ITEM = /^(\s*)(?:[-*]\s+|•\s*)(\S.*)$/;
/** Two blanks: a backslash would become part of an address at the line's end. */
const HARD_BREAK = '  \n';
const NUMBERED = /^\d{1,3}[.)]\s/;

interface Line {
  readonly text: string;
  /** Columns to the line's end, with the blanks and list mark ahead of the text. */
  readonly width: number;
}

interface Block {
  readonly isItem: boolean;
  readonly indent: number;
  readonly lines: Line[];
}

/**
 * A scanner's text as Markdown: wrapped lines become one, blank lines part paragraphs, lines that begin
 * with "- ", "* " or "•" stay lists, breaks that were meant stay breaks, and all else shows literally.
 */
export function proseToMarkdown(text: string): string {
  let markdown = '';
  let wasItem = false;
  for (const { isItem, lines } of blocksOf(cleanText(text))) {
    if (markdown !== '') markdown += wasItem && isItem ? '\n' : '\n\n';
    const shown = unwrapped(lines).map(escapeLine);
    markdown += isItem ? `- ${shown.join(`${HARD_BREAK}  `)}` : shown.join(HARD_BREAK);
    wasItem = isItem;
  }
  return markdown;
}

function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  let open: Block | null = null;
  for (const raw of text.split('\n')) {
    const line = { text: raw.trim(), width: raw.trimEnd().length };
    const item = LIST_ITEM.exec(raw);
    if (line.text === '') {
      open = null;
    } else if (item !== null) {
      const [, blanks = '', text = ''] = item;
      open = { isItem: true, indent: blanks.length, lines: [{ ...line, text: text.trim() }] };
      blocks.push(open);
    } else if (open !== null && (!open.isItem || indentOf(raw) > open.indent)) {
      open.lines.push(line);
    } else {
      open = { isItem: false, indent: 0, lines: [line] };
      blocks.push(open);
    }
  }
  return blocks;
}

function unwrapped(lines: readonly Line[]): string[] {
  const whole: string[] = [];
  let width = 0;
  for (const line of lines) {
    const [word = ''] = line.text.split(/\s/, 1);
    const wasWrapped = width + 1 + word.length > WRAP_COLUMN && !NUMBERED.test(line.text);
    if (wasWrapped && whole.length > 0) whole.push(`${whole.pop()} ${line.text}`);
    else whole.push(line.text);
    width = line.width;
  }
  return whole;
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
