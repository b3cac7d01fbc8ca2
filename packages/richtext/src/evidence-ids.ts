import type { Block, RichText } from './tree.ts';

/** The ids of the evidence that a text shows, in order, each once. */
export function evidenceIds(tree: RichText): readonly string[] {
  return [...new Set(tree.flatMap(idsIn))];
}

function idsIn(block: Block): string[] {
  switch (block.type) {
    case 'figure':
      return [block.evidenceId];
    case 'quote':
      return block.children.flatMap(idsIn);
    case 'list':
      return block.items.flatMap((item) => item.children.flatMap(idsIn));
    default:
      return [];
  }
}
