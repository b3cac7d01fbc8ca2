import type { Block, Inline } from '../rich-text-schema.ts';

/** Short ways to write a text's tree by hand. */
const text = (value: string): Inline => ({ type: 'text', text: value });
export const code = (value: string): Inline => ({ type: 'code', text: value });
export const strong = (value: string): Inline => ({ type: 'strong', children: [text(value)] });
export const link = (href: string, value = href): Inline => ({ type: 'link', href, children: [text(value)] });

const inlines = (parts: readonly (string | Inline)[]) =>
  parts.map((part) => (typeof part === 'string' ? text(part) : part));

export const paragraph = (...parts: readonly (string | Inline)[]): Block => ({
  type: 'paragraph',
  children: inlines(parts),
});
export const heading = (level: 1 | 2 | 3 | 4, value: string): Block => ({
  type: 'heading',
  level,
  children: [text(value)],
});
export const codeBlock = (language: string | null, value: string): Block => ({
  type: 'code',
  language,
  text: value,
});
export const figure = (evidenceId: string, caption: string): Block => ({
  type: 'figure',
  evidenceId,
  caption,
});
export const list = (ordered: boolean, ...items: readonly (readonly Block[])[]): Block => ({
  type: 'list',
  ordered,
  start: 1,
  items: items.map((children) => ({ checked: null, children })),
});
export const quote = (...children: readonly Block[]): Block => ({ type: 'quote', children });
export const table = (head: readonly string[], ...rows: readonly (readonly string[])[]): Block => ({
  type: 'table',
  align: head.map(() => null),
  head: head.map((cell) => [text(cell)]),
  rows: rows.map((row) => row.map((cell) => [text(cell)])),
});
