import type { Inline } from '@sallyport/richtext';
import { inPlace } from './in-place.ts';

/** What stands inside a line. */
export function InlineNodes({ nodes }: { nodes: readonly Inline[] }) {
  return inPlace(nodes, (node) => <InlineNode node={node} />);
}

function InlineNode({ node }: { node: Inline }) {
  switch (node.type) {
    case 'text':
      return node.text;
    case 'code':
      return <code>{node.text}</code>;
    case 'break':
      return <br />;
    case 'strong':
      return (
        <strong>
          <InlineNodes nodes={node.children} />
        </strong>
      );
    case 'emphasis':
      return (
        <em>
          <InlineNodes nodes={node.children} />
        </em>
      );
    case 'strike':
      return (
        <s>
          <InlineNodes nodes={node.children} />
        </s>
      );
    case 'link':
      return (
        <a className="ui-prose-link" href={node.href} rel="noreferrer noopener" target="_blank">
          <InlineNodes nodes={node.children} />
        </a>
      );
  }
}
