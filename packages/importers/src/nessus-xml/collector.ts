import type { SaxesParser } from 'saxes';
import type { ImportLimits } from '../limits.ts';

/** Collects the text of one element at a time. The parser listens to text only while one is open. */
export class Collector {
  readonly #parser: SaxesParser;
  readonly #maxChars: number;
  #depth = 0;
  #text = '';

  constructor(parser: SaxesParser, { maxTextChars }: ImportLimits) {
    this.#parser = parser;
    // More than is kept, so that whoever shortens the text sees that there was more.
    this.#maxChars = maxTextChars + 1;
  }

  get isOpen(): boolean {
    return this.#depth > 0;
  }

  /** @param depth how many elements are open, the wanted one among them */
  begin(depth: number): void {
    this.#depth = depth;
    this.#text = '';
    this.#parser.on('text', this.#add);
    this.#parser.on('cdata', this.#add);
  }

  /** The text, when the element at this depth is the one that was wanted. */
  endAt(depth: number): string | null {
    if (depth !== this.#depth) return null;
    this.#depth = 0;
    this.#parser.off('text');
    this.#parser.off('cdata');
    return this.#text;
  }

  readonly #add = (text: string): void => {
    const room = this.#maxChars - this.#text.length;
    if (room > 0) this.#text += text.length > room ? text.slice(0, room) : text;
  };
}
