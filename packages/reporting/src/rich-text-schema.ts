import type { RichText as Tree } from '@sallyport/richtext';
import { z } from 'zod';

export type Block = Tree[number];
export type Inline = Extract<Block, { type: 'paragraph' }>['children'][number];

const inlines: z.ZodType<readonly Inline[]> = z.lazy(() => z.array(inline).readonly());
const blocks: z.ZodType<readonly Block[]> = z.lazy(() => z.array(block).readonly());
const text = z.string();
const level = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);
const align = z.enum(['left', 'center', 'right']).nullable();
const row = z.lazy(() => z.array(inlines).readonly());
const item = z.strictObject({ checked: z.boolean().nullable(), children: z.lazy(() => blocks) }).readonly();

const inline: z.ZodType<Inline> = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), text }).readonly(),
  z.strictObject({ type: z.literal('strong'), children: inlines }).readonly(),
  z.strictObject({ type: z.literal('emphasis'), children: inlines }).readonly(),
  z.strictObject({ type: z.literal('strike'), children: inlines }).readonly(),
  z.strictObject({ type: z.literal('code'), text }).readonly(),
  z.strictObject({ type: z.literal('link'), href: text, children: inlines }).readonly(),
  z.strictObject({ type: z.literal('break') }).readonly(),
]);

const block: z.ZodType<Block> = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('paragraph'), children: inlines }).readonly(),
  z.strictObject({ type: z.literal('heading'), level, children: inlines }).readonly(),
  z
    .strictObject({
      type: z.literal('list'),
      ordered: z.boolean(),
      start: z.int(),
      items: z.array(item).readonly(),
    })
    .readonly(),
  z.strictObject({ type: z.literal('quote'), children: blocks }).readonly(),
  z.strictObject({ type: z.literal('code'), language: text.nullable(), text }).readonly(),
  z
    .strictObject({
      type: z.literal('table'),
      align: z.array(align).readonly(),
      head: row,
      rows: z.array(row).readonly(),
    })
    .readonly(),
  z.strictObject({ type: z.literal('rule') }).readonly(),
  z.strictObject({ type: z.literal('figure'), evidenceId: text, caption: text }).readonly(),
]);

/** The closed tree of formatted text, as `@sallyport/richtext` makes it. */
export const RichText: z.ZodType<Tree> = blocks;
