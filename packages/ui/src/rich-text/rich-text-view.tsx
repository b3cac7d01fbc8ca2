import { type Block, parseRichText, type RichText } from '@sallyport/richtext';
import { createElement, type ReactNode, useMemo } from 'react';
import { cx } from '../cx.ts';
import { Icon } from '../icons/icon.tsx';
import { useStrings } from '../strings.ts';
import { CodeBlock, scrollable } from './code-block.tsx';
import { type EvidenceLookup, Figure } from './figure.tsx';
import { inPlace } from './in-place.ts';
import { InlineNodes } from './inline-nodes.tsx';

const LOWEST_HEADING = 6;

type Context = {
  readonly evidence: EvidenceLookup;
  readonly hideMissing: boolean;
  readonly elementOf: ReadonlyMap<number, string>;
};

/** A text in our Markdown, as people read it. Nothing in it can become markup of its own. */
export function RichTextView({
  text,
  evidence,
  hideMissing = false,
  headingLevel = 3,
  className,
}: {
  text: string;
  /** Where an image is and what it shows; null where the reader may not see it. */
  evidence: EvidenceLookup;
  /** Leaves out figures without an image, so that nothing says there is more than this reader may see. */
  hideMissing?: boolean | undefined;
  /** The level that the text's highest headings have on this page. */
  headingLevel?: 2 | 3 | 4 | undefined;
  className?: string | undefined;
}) {
  const tree = useMemo(() => parseRichText(text), [text]);
  return (
    <div className={cx('ui-prose', className)}>
      {blocks(tree, { evidence, hideMissing, elementOf: headingElements(tree, headingLevel) })}
    </div>
  );
}

function blocks(tree: RichText, context: Context): ReactNode {
  return inPlace(tree, (block) => <BlockNode block={block} context={context} />);
}

function BlockNode({ block, context }: { block: Block; context: Context }) {
  switch (block.type) {
    case 'paragraph':
      return (
        <p>
          <InlineNodes nodes={block.children} />
        </p>
      );
    case 'heading': {
      const element = context.elementOf.get(block.level) ?? 'p';
      return createElement(element, { 'data-level': block.level }, <InlineNodes nodes={block.children} />);
    }
    case 'list':
      return <ListNode block={block} context={context} />;
    case 'quote':
      return <blockquote>{blocks(block.children, context)}</blockquote>;
    case 'code':
      return <CodeBlock language={block.language} text={block.text} />;
    case 'table':
      return <TableNode block={block} />;
    case 'rule':
      return <hr />;
    case 'figure': {
      const image = context.evidence(block.evidenceId);
      return image === null && context.hideMissing ? null : <Figure caption={block.caption} image={image} />;
    }
  }
}

/** The elements for the levels of heading that a text uses, without gaps between them however it was written. */
function headingElements(tree: RichText, highest: number): ReadonlyMap<number, string> {
  const used = [...new Set(levelsIn(tree))].toSorted();
  return new Map(used.map((level, rank) => [level, `h${Math.min(LOWEST_HEADING, highest + rank)}`]));
}

function levelsIn(tree: RichText): number[] {
  return tree.flatMap((block) => {
    switch (block.type) {
      case 'heading':
        return [block.level];
      case 'quote':
        return levelsIn(block.children);
      case 'list':
        return block.items.flatMap((item) => levelsIn(item.children));
      default:
        return [];
    }
  });
}

function ListNode({ block, context }: { block: Extract<Block, { type: 'list' }>; context: Context }) {
  const strings = useStrings();
  const items = inPlace(block.items, ({ checked, children }) => (
    <li data-task={checked === null ? undefined : checked ? 'done' : 'open'}>
      {checked === null ? null : (
        <Icon
          name={checked ? 'task-done' : 'task-open'}
          size={14}
          label={checked ? strings.taskDone : strings.taskOpen}
        />
      )}
      {blocks(children, context)}
    </li>
  ));
  return block.ordered ? <ol start={block.start}>{items}</ol> : <ul>{items}</ul>;
}

function TableNode({ block }: { block: Extract<Block, { type: 'table' }> }) {
  const strings = useStrings();
  const cells = (row: (typeof block.rows)[number], Cell: 'th' | 'td') =>
    inPlace(row, (nodes, column) => (
      <Cell align={block.align[column] ?? undefined} scope={Cell === 'th' ? 'col' : undefined}>
        <InlineNodes nodes={nodes} />
      </Cell>
    ));
  return (
    <div {...scrollable(strings.tableScroll)} className="ui-prose-table">
      <table>
        <thead>
          <tr>{cells(block.head, 'th')}</tr>
        </thead>
        <tbody>
          {inPlace(block.rows, (row) => (
            <tr>{cells(row, 'td')}</tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
