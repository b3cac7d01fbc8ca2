import { SaxesParser, type SaxesTagPlain } from 'saxes';
import type { ImportedItem } from '../finding.ts';
import { type ImportLimits, maxPieceChars } from '../limits.ts';
import { ImportProblem, quoted } from '../problem.ts';
import { Collector } from './collector.ts';
import { withoutBrokenReferences } from './references.ts';
import { ReportItems } from './report-items.ts';

const ROOT = 'NessusClientData_v2';
const EXPORT_NESSUS =
  'Export the report from Nessus with the format “Nessus (.nessus)” and import that file.';
const EXPORT_AGAIN = 'Export the report again without changing it, and import that file.';

/**
 * One .nessus document, fed piece by piece. Text is collected only inside the elements that are wanted.
 * Any document type declaration is refused, with or without entities: Nessus writes none, and the parser
 * itself would expand nothing and know no entity but XML's own five.
 */
export class NessusDocument {
  readonly #parser = new SaxesParser();
  readonly #limits: ImportLimits;
  readonly #items: ReportItems;
  readonly #collector: Collector;
  /** Open elements, the innermost last. */
  readonly #open: string[] = [];
  #isBeforeRoot = true;
  #hasBegun = false;
  #hasBrokenReferences = false;
  #skippedLines = 0;
  #charsSinceEvent = 0;

  constructor(limits: ImportLimits) {
    this.#limits = limits;
    this.#items = new ReportItems(limits);
    this.#collector = new Collector(this.#parser, limits);
    this.#parser.on('opentag', (tag) => this.#onOpen(tag));
    this.#parser.on('closetag', () => this.#onClose());
    this.#parser.on('error', (error) => this.#onError(error));
    this.#parser.on('xmldecl', ({ encoding }) => this.#onEncoding(encoding));
    this.#parser.on('doctype', () => {
      throw this.#problem(
        'The file has a document type declaration (DOCTYPE), which is not read',
        EXPORT_AGAIN,
      );
    });
  }

  /** Throws ImportProblem; returns the items that ended in this piece. */
  write(text: string): ImportedItem[] {
    this.#charsSinceEvent += text.length;
    const piece = this.#hasBegun ? text : this.#withoutBlankBeginning(text);
    if (piece !== '') this.#parser.write(piece);
    if (this.#charsSinceEvent > maxPieceChars(this.#limits)) {
      throw this.#problem('One text, comment or tag in the file is too long to be read', EXPORT_AGAIN);
    }
    return this.#items.take();
  }

  /** Throws ImportProblem unless the root has closed. */
  end(): void {
    if (this.#isBeforeRoot || this.#open.length > 0) {
      const inside = this.#open.at(-1);
      const where = inside === undefined ? 'before its first element' : `inside ${quoted(inside)}`;
      throw this.#problem(
        `The file ends early, ${where}`,
        'Download or export the report again: this copy is not complete.',
      );
    }
    this.#parser.close();
  }

  get #line(): number {
    return this.#parser.line + this.#skippedLines;
  }

  /** Blank lines ahead of the XML declaration are against the rules and seen in real files. */
  #withoutBlankBeginning(text: string): string {
    const piece = text.trimStart();
    this.#skippedLines += text.slice(0, text.length - piece.length).split('\n').length - 1;
    if (piece === '') return '';
    if (!piece.startsWith('<')) throw this.#problem('The file is not XML', EXPORT_NESSUS);
    this.#hasBegun = true;
    return piece;
  }

  #onOpen({ name, attributes }: SaxesTagPlain): void {
    this.#charsSinceEvent = 0;
    if (this.#isBeforeRoot && name !== ROOT) throw this.#wrongRoot(name);
    this.#isBeforeRoot = false;
    this.#open.push(name);
    if (this.#open.length > this.#limits.maxDepth) {
      throw this.#problem(`Elements are nested more than ${this.#limits.maxDepth} deep`, EXPORT_AGAIN);
    }
    if (this.#collector.isOpen) return;
    if (this.#items.open(name, attributes, this.#line)) this.#collector.begin(this.#open.length);
  }

  #onClose(): void {
    this.#charsSinceEvent = 0;
    const name = this.#open.at(-1) ?? '';
    const text = this.#collector.endAt(this.#open.length);
    this.#open.pop();
    if (text !== null)
      this.#items.text(name, this.#hasBrokenReferences ? withoutBrokenReferences(text) : text);
    else if (!this.#collector.isOpen) this.#items.close(name);
  }

  /** References to characters that XML forbids are met in real files; they are dropped from the text. */
  #onError(error: Error): void {
    const what = error.message.replace(/^[\d:]+: /, '').replace(/\.$/, '');
    if (what === 'malformed character entity') {
      this.#hasBrokenReferences = true;
      return;
    }
    throw this.#problem(`The file is not well-formed XML: ${what}`, EXPORT_AGAIN);
  }

  #onEncoding(encoding: string | undefined): void {
    if (encoding === undefined || /^(?:utf-?8|us-ascii)$/i.test(encoding)) return;
    throw this.#problem(
      `The file says that its encoding is ${quoted(encoding)}, not UTF-8`,
      'Export the report again without changing it, or save it as UTF-8, and import that file.',
    );
  }

  #wrongRoot(name: string): ImportProblem {
    const what =
      name === 'NessusClientData'
        ? 'The file is a Nessus report of the old first version'
        : `The file is XML, but not a Nessus report: it begins with ${quoted(name)}`;
    return this.#problem(what, EXPORT_NESSUS);
  }

  #problem(what: string, remedy: string): ImportProblem {
    return new ImportProblem(what, this.#line, remedy);
  }
}
