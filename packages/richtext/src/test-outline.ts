import type { Block, Inline, RichText } from './tree.ts';

/** A tree in one line, as tests compare it. */
export function treeOutline(tree: RichText): string {
  return tree.map(blockOutline).join('');
}

function blockOutline(block: Block): string {
  switch (block.type) {
    case 'paragraph':
      return `paragraph(${inlineOutline(block.children)})`;
    case 'heading':
      return `heading${block.level}(${inlineOutline(block.children)})`;
    case 'list': {
      const items = block.items.map((item) => `item${item.checked ?? ''}(${treeOutline(item.children)})`);
      return `list${block.ordered ? block.start : ''}(${items.join('')})`;
    }
    case 'quote':
      return `quote(${treeOutline(block.children)})`;
    case 'code':
      return `block<${block.language ?? ''}>(${block.text})`;
    case 'table': {
      const rows = [block.head, ...block.rows].map(
        (row) => `row(${row.map((cell) => `cell(${inlineOutline(cell)})`).join('')})`,
      );
      return `table<${block.align.map((align) => align ?? '-').join()}>(${rows.join('')})`;
    }
    case 'rule':
      return 'rule()';
    case 'figure':
      return `figure<${block.evidenceId.slice(-2)}>(${block.caption})`;
  }
}

function inlineOutline(nodes: readonly Inline[]): string {
  return nodes
    .map((node) => {
      switch (node.type) {
        case 'text':
          return node.text;
        case 'code':
          return `code(${node.text})`;
        case 'break':
          return 'break()';
        case 'link':
          return `link<${node.href}>(${inlineOutline(node.children)})`;
        default:
          return `${node.type}(${inlineOutline(node.children)})`;
      }
    })
    .join('');
}
