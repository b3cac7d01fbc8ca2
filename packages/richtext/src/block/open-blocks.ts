import type { Fence } from './markers.ts';

/** A block before its text is parsed. */
export type RawBlock =
  | { readonly type: 'paragraph'; readonly text: string }
  | { readonly type: 'heading'; readonly level: 1 | 2 | 3 | 4; readonly text: string }
  | { readonly type: 'list'; readonly ordered: boolean; readonly start: number; readonly items: RawBlock[][] }
  | { readonly type: 'quote'; readonly children: RawBlock[] }
  | { readonly type: 'code'; readonly language: string | null; readonly text: string }
  | {
      readonly type: 'table';
      readonly align: readonly ('left' | 'center' | 'right' | null)[];
      readonly head: readonly string[];
      readonly rows: string[][];
    }
  | { readonly type: 'rule' };

/** A container that may go on in the next line. */
export type Container =
  | { readonly type: 'document'; readonly children: RawBlock[] }
  | { readonly type: 'quote'; readonly children: RawBlock[] }
  | {
      readonly type: 'item';
      readonly children: RawBlock[];
      /** Columns that the content of the item stands in. */
      readonly indent: number;
      isEmpty: boolean;
    };

/** The block that takes the next line's text. */
export type Leaf =
  | { readonly type: 'paragraph'; readonly lines: string[] }
  | { readonly type: 'fenced'; readonly fence: Fence; readonly indent: number; readonly lines: string[] }
  | { readonly type: 'indented'; readonly lines: string[] }
  | { readonly type: 'table'; readonly block: Extract<RawBlock, { type: 'table' }> };
