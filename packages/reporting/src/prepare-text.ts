import type { ImageShelf, PlacedImage } from './images.ts';
import { breakable, hasLongWord, type Printable, plainCode, plainLine, printable } from './printable.ts';
import type { ImageRef } from './report-model.ts';
import type { Block, Inline } from './rich-text-schema.ts';
import { WORDS } from './words.ts';

/** The typesetter limits how deep its calls nest; what lies deeper is shown at this depth. */
const DEEPEST_BLOCK = 8;
const DEEPEST_INLINE = 8;
/** The typesetter refuses longer addresses. */
const LONGEST_HREF = 2_000;
const LONGEST_REPEATED_HEAD = 1_000;
const LINKABLE = /^(?:https?:\/\/|mailto:)[^\s]+$/i;

export type PrintInline =
  | { type: 'text'; text: Printable }
  | { type: 'strong' | 'emphasis' | 'strike'; children: readonly PrintInline[] }
  | { type: 'code'; text: Printable }
  | { type: 'link'; href: string; children: readonly PrintInline[] }
  | { type: 'break' };

type PrintItem = Readonly<{ checked: boolean | null; children: readonly PrintBlock[] }>;
export type PrintBlock =
  | { type: 'paragraph'; children: readonly PrintInline[] }
  | { type: 'heading'; level: number; children: readonly PrintInline[] }
  | { type: 'list'; ordered: boolean; start: number; items: readonly PrintItem[] }
  | { type: 'quote'; children: readonly PrintBlock[] }
  | {
      type: 'code';
      language: string | null;
      text: string;
      long: boolean;
      whole: boolean;
      pieces: readonly Printable[] | null;
    }
  | {
      type: 'table';
      align: readonly ('left' | 'center' | 'right')[];
      head: readonly (readonly PrintInline[])[];
      /** Not for a head that would fill the next page again. */
      repeatsHead: boolean;
      rows: readonly (readonly (readonly PrintInline[])[])[];
    }
  | { type: 'rule' }
  | { type: 'figure'; image: PlacedImage | null; number: number; caption: Printable };

/** Where a text stands: what its figures may show, and what to call it when something is wrong with them. */
export type TextPlace = Readonly<{
  /** As in "F-07". */
  name: string;
  images: Readonly<Record<string, ImageRef>>;
  shelf: ImageShelf;
  /** The number of the next figure of the report. */
  nextFigure: () => number;
  warn: (warning: string) => void;
}>;

/** An address that may be a link in a document; anything else stays text. */
export const linkable = (href: string) => href.length <= LONGEST_HREF && LINKABLE.test(href);

function isBlank(block: Block): boolean {
  return (
    block.type === 'paragraph' &&
    block.children.every((child) => child.type === 'text' && child.text.trim() === '')
  );
}

/** The tree of a text as the template reads it. Every heading is at most one level below the one before. */
export function prepareText(text: readonly Block[], place: TextPlace): PrintBlock[] {
  let headingLevel = 0;

  function inlines(children: readonly Inline[], depth = 0): PrintInline[] {
    return children.flatMap((child): PrintInline[] => {
      switch (child.type) {
        case 'text':
          return [{ type: 'text', text: printable(child.text) }];
        case 'code':
          return [{ type: 'code', text: printable(child.text) }];
        case 'break':
          return [{ type: 'break' }];
        case 'link': {
          const shown = inlines(child.children, depth + 1);
          return linkable(child.href) ? [{ type: 'link', href: child.href, children: shown }] : shown;
        }
        case 'strong':
        case 'emphasis':
        case 'strike': {
          const inner = inlines(child.children, depth + 1);
          return depth >= DEEPEST_INLINE ? inner : [{ type: child.type, children: inner }];
        }
        default:
          return child satisfies never;
      }
    });
  }

  function heading(level: number, children: readonly Inline[]): PrintBlock {
    headingLevel = Math.min(level, headingLevel + 1);
    return { type: 'heading', level: headingLevel, children: inlines(children) };
  }

  function figure(evidenceId: string, caption: string): PrintBlock {
    const ref = Object.hasOwn(place.images, evidenceId) ? place.images[evidenceId] : undefined;
    const shown = plainLine(caption).trim();
    if (ref === undefined) {
      place.warn(`${place.name}: the image of ${shown === '' ? 'a figure' : `“${shown}”`} is not available.`);
      return { type: 'figure', image: null, number: 0, caption: breakable(shown) };
    }
    const alt = plainLine(ref.alt).trim() || shown || `${WORDS.figure}, ${place.name}`;
    const image = place.shelf.place(ref, `${place.name}, figure “${shown || alt}”`, alt);
    return { type: 'figure', image, number: place.nextFigure(), caption: breakable(shown) };
  }

  function blocks(children: readonly Block[], depth = 0): PrintBlock[] {
    const deepest = depth >= DEEPEST_BLOCK;
    return children.flatMap((child): PrintBlock[] => {
      switch (child.type) {
        case 'paragraph':
          return isBlank(child) ? [] : [{ type: 'paragraph', children: inlines(child.children) }];
        case 'heading':
          // Within a list or quote a heading is no part of the document's outline.
          if (depth > 0)
            return [{ type: 'paragraph', children: [{ type: 'strong', children: inlines(child.children) }] }];
          return [heading(child.level, child.children)];
        case 'list': {
          if (deepest) return child.items.flatMap((item) => blocks(item.children, depth));
          const items = child.items.map(({ checked, children: inner }) => ({
            checked,
            children: blocks(inner, depth + 1),
          }));
          return [{ type: 'list', ordered: child.ordered, start: Math.max(0, child.start), items }];
        }
        case 'quote':
          return deepest
            ? blocks(child.children, depth)
            : [{ type: 'quote', children: blocks(child.children, depth + 1) }];
        case 'code': {
          return [codeBlock(child.language, plainCode(child.text))];
        }
        case 'table':
          return [table(child)];
        case 'rule':
          return [{ type: 'rule' }];
        case 'figure':
          return [figure(child.evidenceId, child.caption)];
        default:
          return child satisfies never;
      }
    });
  }

  function table(child: Extract<Block, { type: 'table' }>): PrintBlock {
    const columns = Math.max(1, child.head.length, ...child.rows.map((row) => row.length));
    const cells = (row: readonly (readonly Inline[])[]) =>
      Array.from({ length: columns }, (_, index) => inlines(row[index] ?? []));
    return {
      type: 'table',
      align: Array.from({ length: columns }, (_, index) => child.align[index] ?? 'left'),
      head: cells(child.head),
      repeatsHead: JSON.stringify(child.head).length < LONGEST_REPEATED_HEAD,
      rows: child.rows.map(cells),
    };
  }

  return blocks(text);
}

/** A rule of the typesetter finds only so many places in one text. */
const MOST_BREAKS = 100;

function codeBlock(language: string | null, text: string): PrintBlock {
  const breaks = (text.match(/\S{12}/gu) ?? []).length;
  return {
    type: 'code',
    language: languageOf(language),
    text,
    long: hasLongWord(text),
    whole: isShort(text),
    pieces: hasLongWord(text) && breaks > MOST_BREAKS ? text.split('\n').map(breakable) : null,
  };
}

/** Code of so few lines that it stays on one page. */
const isShort = (code: string) => code.length <= 1_200 && code.split('\n').length <= 16;

/** A name that can be a language's; others colour nothing. */
function languageOf(language: string | null): string | null {
  return language !== null && /^[\w+#-]{1,20}$/.test(language) ? language.toLowerCase() : null;
}
