import type { Nodes, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';

const OFF = ['htmlFlow', 'htmlText', 'gfmFootnoteCall', 'gfmFootnoteDefinition', 'gfmPotentialFootnoteCall'];
const WRAPPERS: Readonly<Record<string, string>> = {
  strong: 'strong',
  emphasis: 'emphasis',
  delete: 'strike',
};

/** How an independent parser reads a text, written as one line per block; for texts without images. */
export function referenceOutline(markdown: string): string {
  const root = fromMarkdown(markdown, {
    extensions: [gfm(), { disable: { null: OFF } }],
    mdastExtensions: [gfmFromMarkdown()],
  });
  const definitions = new Map(
    root.children
      .toReversed()
      .flatMap((node) => (node.type === 'definition' ? [[node.identifier, node.url] as const] : [])),
  );
  return outline(root, definitions);
}

function outline(node: Nodes, definitions: ReadonlyMap<string, string>): string {
  const inside = 'children' in node ? all(node.children, definitions) : '';
  switch (node.type) {
    case 'text':
      return node.value.replaceAll('\n', ' ');
    case 'inlineCode':
      return `code(${node.value})`;
    case 'break':
      return 'break()';
    case 'link':
      return `link<${node.url}>(${inside})`;
    case 'linkReference':
      return `link<${definitions.get(node.identifier) ?? ''}>(${inside})`;
    case 'heading':
      return inside === '' ? '' : `heading${Math.min(node.depth, 4)}(${inside})`;
    case 'blockquote':
      return `quote(${inside})`;
    case 'list':
      return `list${node.ordered ? (node.start ?? 1) : ''}(${inside})`;
    case 'listItem':
      return `item${node.checked ?? ''}(${inside})`;
    case 'code':
      return `block<${node.lang?.toLowerCase() ?? ''}>(${node.value})`;
    case 'table':
      return `table<${(node.align ?? []).map((align) => align ?? '-').join()}>(${inside})`;
    case 'thematicBreak':
      return 'rule()';
    case 'paragraph':
      return inside === '' ? '' : `paragraph(${inside})`;
    case 'tableRow':
      return `row(${inside})`;
    case 'tableCell':
      return `cell(${inside})`;
    default:
      return WRAPPERS[node.type] ? `${WRAPPERS[node.type]}(${inside})` : inside;
  }
}

function all(nodes: readonly (Nodes | RootContent)[], definitions: ReadonlyMap<string, string>): string {
  return nodes.map((node) => outline(node, definitions)).join('');
}
