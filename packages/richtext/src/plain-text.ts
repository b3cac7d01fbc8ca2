import { lettersOf } from './inline/build-inline.ts';
import type { Block, RichText } from './tree.ts';

/** The words of a text without any marks, block by block on lines of their own; for search, previews and mails. */
export function plainText(tree: RichText): string {
  return tree
    .map(blockText)
    .filter((text) => text !== '')
    .join('\n');
}

function blockText(block: Block): string {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return lettersOf(block.children);
    case 'list':
      return block.items.map((item) => plainText(item.children)).join('\n');
    case 'quote':
      return plainText(block.children);
    case 'code':
      return block.text;
    case 'table':
      return [block.head, ...block.rows].map((row) => row.map(lettersOf).join('\t')).join('\n');
    case 'rule':
      return '';
    case 'figure':
      return block.caption;
  }
}
