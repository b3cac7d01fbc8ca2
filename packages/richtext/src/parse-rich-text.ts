import type { RawBlock } from './block/open-blocks.ts';
import { parseBlocks } from './block/parse-blocks.ts';
import { cleanLines, cleanText } from './clean.ts';
import { Definitions } from './definitions.ts';
import { parseInline, parseLine } from './inline/build-inline.ts';
import { type Block, MAX_DEPTH, type RichText } from './tree.ts';

/**
 * Our dialect of Markdown as a closed tree: CommonMark with GFM's tables, strikethrough, task lists and bare addresses.
 * HTML is text, links lead to http, https and mailto alone, images are pieces of evidence. Any string gives a tree, in linear time.
 */
export function parseRichText(markdown: string): RichText {
  const definitions = new Definitions();
  const blocks = parseBlocks(cleanLines(markdown), definitions);
  return blocks.flatMap((block) => finish(block, definitions, MAX_DEPTH));
}

function finish(block: RawBlock, definitions: Definitions, depth: number): Block[] {
  switch (block.type) {
    case 'paragraph':
      return parseInline(block.text, definitions, depth).map((segment) =>
        segment.type === 'inline' ? { type: 'paragraph', children: segment.children } : segment,
      );
    case 'heading': {
      const children = parseLine(block.text, definitions, depth);
      return children.length > 0 ? [{ type: 'heading', level: block.level, children }] : [];
    }
    case 'quote':
      return [{ type: 'quote', children: finishAll(block.children, definitions, depth - 1) }];
    case 'list':
      return [
        {
          type: 'list',
          ordered: block.ordered,
          start: block.start,
          items: block.items.map((item) => finishItem(item, definitions, depth - 1)),
        },
      ];
    case 'code':
      return [{ type: 'code', language: block.language, text: cleanText(block.text) }];
    case 'table': {
      const cells = (row: readonly string[]) => row.map((cell) => parseLine(cell, definitions, depth));
      return [{ type: 'table', align: block.align, head: cells(block.head), rows: block.rows.map(cells) }];
    }
    case 'rule':
      return [block];
  }
}

function finishAll(blocks: readonly RawBlock[], definitions: Definitions, depth: number): Block[] {
  return blocks.flatMap((block) => finish(block, definitions, depth));
}

function finishItem(
  blocks: readonly RawBlock[],
  definitions: Definitions,
  depth: number,
): { readonly checked: boolean | null; readonly children: readonly Block[] } {
  const [first, ...others] = blocks;
  const task = first?.type === 'paragraph' ? /^\[([ xX])\]\s+(?=\S)/.exec(first.text) : null;
  if (first?.type !== 'paragraph' || !task)
    return { checked: null, children: finishAll(blocks, definitions, depth) };
  const text = first.text.slice(task[0].length);
  return {
    checked: task[1] !== ' ',
    children: finishAll([{ type: 'paragraph', text }, ...others], definitions, depth),
  };
}
