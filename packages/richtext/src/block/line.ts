const TAB = 4;

/** What is left of a line, and the column at which it stands; tabs reach to the next multiple of four columns. */
export class Line {
  #rest: string;
  #column = 0;

  constructor(text: string) {
    this.#rest = text;
  }

  get rest(): string {
    return this.#rest;
  }

  /** Columns of space before the text. */
  get indent(): number {
    let column = this.#column;
    for (let at = 0; ; at += 1) {
      const letter = this.#rest[at];
      if (letter === ' ') column += 1;
      else if (letter === '\t') column += TAB - (column % TAB);
      else return column - this.#column;
    }
  }

  get isBlank(): boolean {
    return /^[ \t]*$/.test(this.#rest);
  }

  /** The text without the space before it. */
  get text(): string {
    return this.#rest.replace(/^[ \t]+/, '');
  }

  /** Goes over up to `columns` of space; of a tab that reaches further the remaining columns stay as spaces. */
  skip(columns: number): void {
    const goal = this.#column + columns;
    let at = 0;
    while (this.#column < goal) {
      const letter = this.#rest[at];
      const width = letter === ' ' ? 1 : letter === '\t' ? TAB - (this.#column % TAB) : 0;
      if (width === 0) break;
      at += 1;
      if (this.#column + width > goal) {
        this.#rest = ' '.repeat(this.#column + width - goal) + this.#rest.slice(at);
        this.#column = goal;
        return;
      }
      this.#column += width;
    }
    this.#rest = this.#rest.slice(at);
  }

  /** Goes over characters that are not space, such as a list's marker. */
  take(length: number): void {
    this.#rest = this.#rest.slice(length);
    this.#column += length;
  }
}
