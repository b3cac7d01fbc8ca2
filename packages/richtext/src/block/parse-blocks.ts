import type { Definitions } from '../definitions.ts';
import { MAX_DEPTH } from '../tree.ts';
import { takeDefinitions } from './definition-lines.ts';
import { Line } from './line.ts';
import {
  closesFence,
  headingOf,
  isRule,
  type ListMarker,
  listMarker,
  openingFence,
  underlineLevel,
} from './markers.ts';
import type { Container, Leaf, RawBlock } from './open-blocks.ts';
import { tableAlignment, tableCells } from './table-syntax.ts';

const CODE_INDENT = 4;
const MAX_CELLS = 16_000;

/** Sorts lines into blocks (CommonMark 0.31.2, "phase 1"), line by line; each line meets every open container once. */
export function parseBlocks(lines: readonly string[], definitions: Definitions): RawBlock[] {
  const parser = new BlockParser(definitions);
  for (const line of lines) parser.add(new Line(line));
  return parser.finish();
}

class BlockParser {
  readonly #definitions: Definitions;
  readonly #document: RawBlock[] = [];
  readonly #open: Container[] = [{ type: 'document', children: this.#document }];
  /** Which mark a list's items have; another mark begins another list. */
  readonly #markers = new WeakMap<RawBlock, string>();
  #leaf: Leaf | null = null;
  #cells = 0;

  constructor(definitions: Definitions) {
    this.#definitions = definitions;
  }

  finish(): RawBlock[] {
    this.#closeLeaf();
    return this.#document;
  }

  add(line: Line) {
    const going = this.#goOn(line);
    const isLazy = going < this.#open.length;
    if (!isLazy && this.#leaf?.type === 'fenced') return this.#addToFence(line, this.#leaf);
    if (isLazy && this.#leaf?.type === 'paragraph' && !line.isBlank && !this.#begins(line)) {
      this.#leaf.lines.push(line.text);
      return;
    }
    if (isLazy) this.#closeDownTo(going);
    while (this.#beginContainer(line));
    this.#addText(line);
  }

  /** How many of the open containers the line continues; goes over their marks. */
  #goOn(line: Line): number {
    let going = 1;
    for (const container of this.#open.slice(1)) {
      if (container.type === 'quote') {
        if (line.indent >= CODE_INDENT || !line.text.startsWith('>')) return going;
        passQuoteMark(line);
      } else if (container.type === 'item') {
        if (line.isBlank) {
          if (container.isEmpty && container.children.length === 0 && !this.#leaf) return going;
        } else if (line.indent >= container.indent) line.skip(container.indent);
        else return going;
      }
      going += 1;
    }
    return going;
  }

  /** Whether the line begins something that ends a paragraph which it does not belong to. */
  #begins(line: Line): boolean {
    if (line.indent >= CODE_INDENT) return false;
    const { text } = line;
    if (isRule(text) || headingOf(text) || openingFence(text)) return true;
    if (this.#open.length > MAX_DEPTH) return false;
    return text.startsWith('>') || listMarker(text) !== null;
  }

  /** Inside a paragraph only an item with text, numbered 1 if it has a number, begins a list; "1984. " may end a sentence. */
  #interrupts(text: string, marker: ListMarker): boolean {
    if (this.#leaf?.type !== 'paragraph') return true;
    return marker.start === 1 && text.slice(marker.length).trim() !== '';
  }

  #beginContainer(line: Line): boolean {
    if (line.indent >= CODE_INDENT || this.#open.length > MAX_DEPTH) return false;
    const { text } = line;
    if (text.startsWith('>')) {
      this.#closeLeaf();
      const children: RawBlock[] = [];
      this.#children().push({ type: 'quote', children });
      this.#open.push({ type: 'quote', children });
      passQuoteMark(line);
      return true;
    }
    const marker = listMarker(text);
    const isUnderline = this.#leaf?.type === 'paragraph' && underlineLevel(text) !== null;
    if (!marker || isRule(text) || isUnderline || !this.#interrupts(text, marker)) return false;
    this.#closeLeaf();
    this.#beginItem(line, marker);
    return true;
  }

  #beginItem(line: Line, marker: ListMarker) {
    const before = line.indent;
    line.skip(before);
    line.take(marker.length);
    const isEmpty = line.isBlank;
    const space = isEmpty || line.indent > CODE_INDENT ? 1 : line.indent;
    line.skip(space);
    const last = this.#children().at(-1);
    const isNext = last?.type === 'list' && this.#markers.get(last) === `${marker.ordered}${marker.sign}`;
    const { ordered, start } = marker;
    const list = isNext ? last : { type: 'list' as const, ordered, start, items: [] };
    if (!isNext) {
      this.#children().push(list);
      this.#markers.set(list, `${marker.ordered}${marker.sign}`);
    }
    const children: RawBlock[] = [];
    list.items.push(children);
    this.#open.push({ type: 'item', children, indent: before + marker.length + space, isEmpty });
  }

  #addText(line: Line) {
    const leaf = this.#leaf;
    if (line.isBlank) return this.#addBlank(leaf);
    if (leaf?.type === 'indented' && line.indent >= CODE_INDENT) return this.#addIndented(line, leaf);
    if (leaf?.type === 'paragraph' && this.#endsParagraph(line, leaf)) return;
    if (line.indent >= CODE_INDENT && leaf?.type !== 'paragraph') {
      this.#closeLeaf();
      const indented: Leaf = { type: 'indented', lines: [] };
      this.#leaf = indented;
      return this.#addIndented(line, indented);
    }
    if (line.indent < CODE_INDENT && this.#beginLeaf(line)) return;
    if (leaf?.type === 'table' && this.#leaf === leaf && this.#addRow(line.text, leaf)) return;
    if (leaf?.type === 'paragraph') {
      leaf.lines.push(line.text);
      return;
    }
    this.#closeLeaf();
    this.#leaf = { type: 'paragraph', lines: [line.text] };
  }

  #addBlank(leaf: Leaf | null) {
    if (leaf?.type === 'indented') leaf.lines.push('');
    else this.#closeLeaf();
  }

  #addIndented(line: Line, leaf: Extract<Leaf, { type: 'indented' }>) {
    line.skip(CODE_INDENT);
    leaf.lines.push(line.rest);
  }

  #addToFence(line: Line, leaf: Extract<Leaf, { type: 'fenced' }>) {
    if (line.indent < CODE_INDENT && closesFence(line.text, leaf.fence)) return this.#closeLeaf();
    line.skip(leaf.indent);
    leaf.lines.push(line.rest);
  }

  /** An underline makes the paragraph a heading, a line of dashes and bars makes its last line the head of a table. */
  #endsParagraph(line: Line, leaf: Extract<Leaf, { type: 'paragraph' }>): boolean {
    if (line.indent >= CODE_INDENT) return false;
    const level = underlineLevel(line.text);
    if (level !== null) {
      const text = this.#withoutDefinitions(leaf);
      this.#leaf = null;
      if (text !== '') this.#children().push({ type: 'heading', level, text });
      else this.#leaf = { type: 'paragraph', lines: [line.text] };
      return true;
    }
    const head = leaf.lines.at(-1) ?? '';
    const align = tableAlignment(line.text, head);
    if (!align) return false;
    leaf.lines.pop();
    this.#closeLeaf();
    const block = { type: 'table' as const, align, head: tableCells(head), rows: [] };
    this.#children().push(block);
    this.#leaf = { type: 'table', block };
    return true;
  }

  #addRow(text: string, leaf: Extract<Leaf, { type: 'table' }>): boolean {
    const { align, rows } = leaf.block;
    this.#cells += align.length;
    if (this.#cells > MAX_CELLS) return false;
    const cells = tableCells(text);
    rows.push(align.map((_, column) => cells[column] ?? ''));
    return true;
  }

  #beginLeaf(line: Line): boolean {
    const { text } = line;
    const heading = headingOf(text);
    const fence = heading ? null : openingFence(text);
    const isOther = !heading && !fence && !isRule(text);
    if (isOther) return false;
    this.#closeLeaf();
    if (heading) this.#children().push({ type: 'heading', ...heading });
    else if (fence) this.#leaf = { type: 'fenced', fence, indent: line.indent, lines: [] };
    else this.#children().push({ type: 'rule' });
    return true;
  }

  #children(): RawBlock[] {
    return this.#open.at(-1)?.children ?? this.#document;
  }

  #closeDownTo(length: number) {
    this.#closeLeaf();
    this.#open.length = length;
  }

  #closeLeaf() {
    const leaf = this.#leaf;
    this.#leaf = null;
    if (leaf?.type === 'paragraph') {
      const text = this.#withoutDefinitions(leaf);
      if (text !== '') this.#children().push({ type: 'paragraph', text });
    } else if (leaf?.type === 'fenced')
      this.#children().push({ type: 'code', language: leaf.fence.language, text: leaf.lines.join('\n') });
    else if (leaf?.type === 'indented') {
      const text = leaf.lines.slice(0, leaf.lines.findLastIndex((line) => line.trim() !== '') + 1).join('\n');
      this.#children().push({ type: 'code', language: null, text });
    }
  }

  #withoutDefinitions(leaf: Extract<Leaf, { type: 'paragraph' }>): string {
    const text = leaf.lines.join('\n');
    return text.slice(takeDefinitions(text, this.#definitions)).trim();
  }
}

function passQuoteMark(line: Line) {
  line.skip(line.indent);
  line.take(1);
  line.skip(1);
}
