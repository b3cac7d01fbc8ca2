import { cleanText } from '../clean.ts';
import type { Definitions } from '../definitions.ts';
import type { Inline } from '../tree.ts';
import type { Bracket, Item, Wrapper } from './items.ts';
import { scanInline } from './scan-inline.ts';

/** A stretch of a paragraph: its text, or a figure that parts it. */
export type Segment =
  | { readonly type: 'inline'; readonly children: readonly Inline[] }
  | { readonly type: 'figure'; readonly evidenceId: string; readonly caption: string };

/** Something that is open while items are nested. */
type Frame = {
  readonly wrapper: Wrapper | 'link' | 'none';
  readonly href: string;
  readonly children: Inline[];
  /** A figure parted it, so one of its halves may be empty. */
  readonly isCut: boolean;
};

/** Parses the text of a paragraph; `depth` is how many wrappers may still be nested. */
export function parseInline(text: string, definitions: Definitions, depth: number): readonly Segment[] {
  const builder = new Builder(depth);
  for (const item of scanInline(text, definitions)) builder.add(item);
  return builder.finish();
}

/** Parses text where a figure cannot stand; it becomes its caption. */
export function parseLine(text: string, definitions: Definitions, depth: number): readonly Inline[] {
  const children = parseInline(text, definitions, depth).flatMap((segment) =>
    segment.type === 'inline' ? segment.children : [{ type: 'text' as const, text: ` ${segment.caption} ` }],
  );
  return trim(joinText(children));
}

class Builder {
  readonly #segments: Segment[] = [];
  readonly #depth: number;
  #frames: Frame[] = [{ wrapper: 'none', href: '', children: [], isCut: false }];
  /** Wrappers inside an image or beyond the depth: only their content is kept. */
  #flat = 0;
  #images = 0;

  constructor(depth: number) {
    this.#depth = depth;
  }

  add(item: Item) {
    switch (item.kind) {
      case 'text':
        return this.#text(item.text);
      case 'code':
        return this.#put({ type: 'code', text: cleanText(item.text) });
      case 'break':
        return this.#put({ type: 'break' });
      case 'address':
        return this.#address(item.href, item.text);
      case 'run':
        for (const _ of item.ends) this.#leave();
        this.#text(item.letter.repeat(item.left));
        for (const wrapper of item.begins.toReversed()) this.#enter(wrapper, '');
        return;
      case 'bracket':
        return this.#bracket(item);
      case 'end':
        return this.#end(item.bracket);
    }
  }

  finish(): readonly Segment[] {
    this.#cut();
    return this.#segments;
  }

  #put(node: Inline) {
    this.#frames.at(-1)?.children.push(node);
  }

  #text(text: string) {
    const clean = cleanLine(text);
    if (clean !== '') this.#put({ type: 'text', text: clean });
  }

  #address(href: string, text: string) {
    const isInLink = this.#frames.some((frame) => frame.wrapper === 'link');
    if (isInLink || this.#isFlat()) return this.#text(text);
    this.#put({ type: 'link', href, children: [{ type: 'text', text: cleanLine(text) }] });
  }

  #isFlat(): boolean {
    return this.#flat > 0 || this.#images > 0 || this.#frames.length > this.#depth;
  }

  #enter(wrapper: Frame['wrapper'], href: string) {
    if (this.#isFlat()) this.#flat += 1;
    else this.#frames.push({ wrapper, href, children: [], isCut: false });
  }

  #leave() {
    if (this.#flat > 0) {
      this.#flat -= 1;
      return;
    }
    const frame = this.#frames.pop();
    for (const node of frame ? close(frame) : []) this.#put(node);
  }

  #bracket({ target, isImage }: Bracket) {
    if (!target) return this.#text(isImage ? '![' : '[');
    if (target.type === 'link') return this.#enter('link', target.href);
    this.#images += 1;
    if (this.#images === 1) this.#frames.push({ wrapper: 'none', href: '', children: [], isCut: false });
  }

  #end({ target }: Bracket) {
    if (!target) return;
    if (target.type === 'link') return this.#leave();
    if (target.type === 'other-image') this.#text(` (${target.address})`);
    this.#images -= 1;
    if (this.#images > 0) return;
    const caption = lettersOf(this.#frames.pop()?.children ?? []).trim();
    if (target.type === 'other-image') return this.#text(caption);
    this.#cut();
    this.#segments.push({ type: 'figure', evidenceId: target.evidenceId, caption });
  }

  /** Ends the stretch: what is open is closed here and goes on in the next one. */
  #cut() {
    let inner: Inline[] = [];
    this.#frames = this.#frames.map((frame) => ({ ...frame, isCut: true }));
    for (const frame of this.#frames.toReversed())
      inner = close({ ...frame, children: [...frame.children, ...inner] });
    const children = trim(inner);
    if (children.length > 0) this.#segments.push({ type: 'inline', children });
    this.#frames = this.#frames.map((frame) => ({ ...frame, children: [] }));
  }
}

function close({ wrapper, href, children, isCut }: Frame): Inline[] {
  const joined = joinText(children);
  if (wrapper === 'none') return joined;
  const isEmpty = joined.length === 0;
  if (wrapper !== 'link') return isEmpty ? [] : [{ type: wrapper, children: joined }];
  if (isEmpty) return isCut ? [] : [{ type: 'link', href, children: [{ type: 'text', text: href }] }];
  return [{ type: 'link', href, children: joined }];
}

/** Text as it may stand in one line. */
function cleanLine(text: string): string {
  return cleanText(text).replaceAll('\n', ' ');
}

/** Neighbouring texts as one; no space beside a break. */
function joinText(nodes: readonly Inline[]): Inline[] {
  const joined: Inline[] = [];
  let letters: string[] = [];
  const flush = (isBeforeBreak: boolean) => {
    const isAfterBreak = joined.at(-1)?.type === 'break';
    let text = letters.join('');
    if (isAfterBreak) text = text.trimStart();
    if (isBeforeBreak) text = text.trimEnd();
    if (text !== '') joined.push({ type: 'text', text });
    letters = [];
  };
  for (const node of nodes) {
    if (node.type === 'text') letters.push(node.text);
    else {
      flush(node.type === 'break');
      joined.push(node);
    }
  }
  flush(false);
  return joined;
}

/** Without space or breaks at either end. */
function trim(nodes: readonly Inline[]): Inline[] {
  const start = nodes.findIndex((node) => !isEmpty(node));
  if (start < 0) return [];
  const result = nodes.slice(start, nodes.findLastIndex((node) => !isEmpty(node)) + 1);
  const [first] = result;
  if (first?.type === 'text') result[0] = { type: 'text', text: first.text.trimStart() };
  const last = result.at(-1);
  if (last?.type === 'text') result[result.length - 1] = { type: 'text', text: last.text.trimEnd() };
  return result;
}

function isEmpty(node: Inline): boolean {
  return node.type === 'break' || (node.type === 'text' && node.text.trim() === '');
}

/** The letters of inline nodes, without what wraps them. */
export function lettersOf(nodes: readonly Inline[]): string {
  return nodes
    .map((node) => {
      switch (node.type) {
        case 'text':
        case 'code':
          return node.text;
        case 'break':
          return '\n';
        default:
          return lettersOf(node.children);
      }
    })
    .join('');
}
