import type { RichText } from '@sallyport/richtext';
import { expect, it } from 'vitest';
import { ImageShelf } from './images.ts';
import { type PrintBlock, prepareText } from './prepare-text.ts';
import type { Block } from './rich-text-schema.ts';
import { heading, link, list, paragraph, quote, table } from './testing/tree.ts';

function prepare(text: RichText): { blocks: PrintBlock[]; warnings: string[] } {
  const warnings: string[] = [];
  const warn = (warning: string) => void warnings.push(warning);
  const shelf = new ImageShelf(new Map());
  const blocks = prepareText(text, { name: 'F-01', images: {}, shelf, nextFigure: () => 1, warn });
  return { blocks, warnings };
}

it('lets no heading skip a level, wherever it starts', () => {
  const { blocks } = prepare([heading(3, 'a'), heading(4, 'b'), heading(1, 'c'), heading(4, 'd')]);
  expect(blocks.map((block) => block.type === 'heading' && block.level)).toEqual([1, 2, 1, 2]);
});

it('takes a heading within a quote out of the outline', () => {
  const { blocks } = prepare([quote(heading(1, 'a'))]);
  expect(JSON.stringify(blocks)).not.toContain('heading');
  expect(JSON.stringify(blocks)).toContain('strong');
});

it.each([
  ['https://a.example/', true],
  ['http://a.example/', true],
  ['mailto:a@b.example', true],
  ['javascript:alert(1)', false],
  ['file:///etc/passwd', false],
  ['data:text/html,x', false],
  ['/relative', false],
  [`https://a.example/${'x'.repeat(3_000)}`, false],
])('%s as a link: %s', (href, isLink) => {
  const { blocks } = prepare([paragraph(link(href, 'shown'))]);
  expect(JSON.stringify(blocks).includes('"link"')).toBe(isLink);
  expect(JSON.stringify(blocks)).toContain('shown');
});

it('shows what is nested too deep at the deepest level instead of losing it', () => {
  let deep: Block = paragraph('bottom');
  for (let level = 0; level < 40; level += 1) deep = level % 2 === 0 ? list(false, [deep]) : quote(deep);
  const shown = JSON.stringify(prepare([deep]).blocks);
  expect(shown).toContain('bottom');
  expect(shown.match(/"(?:list|quote)"/g)).toHaveLength(8);
});

it('gives every row of a table as many cells', () => {
  const { blocks } = prepare([table(['a', 'b'], ['1'], ['1', '2', '3'])]);
  const [found] = blocks;
  expect(found?.type === 'table' && [found.head.length, ...found.rows.map((row) => row.length)]).toEqual([
    3, 3, 3,
  ]);
});

it('leaves out paragraphs without a word', () => {
  expect(prepare([paragraph(' '), paragraph()]).blocks).toEqual([]);
});
