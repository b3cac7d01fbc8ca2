import { evidenceIdOf, safeHref } from '../address.ts';
import { isPunctuation, referenceAt } from '../character-reference.ts';
import type { Definitions } from '../definitions.ts';
import { Backticks } from './backticks.ts';
import { bareAddressAt, isWordCharacter } from './bare-address.ts';
import type { Bracket, Item, Run, Target } from './items.ts';
import { readLabel, readTarget } from './link-syntax.ts';
import { matchRuns, readRun } from './runs.ts';

const WORD = /[0-9A-Za-z]+/y;
const PLAIN = /[^\\`*_~[\]!<&\n0-9A-Za-z]+/y;
const ANGLE = /<([A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]{0,2048}|[\w.+-]{1,256}@[\w.-]{1,256})>/y;

/** Cuts the text of a paragraph, heading or cell into items; wrappers and links are found, but not nested yet. */
export function scanInline(text: string, definitions: Definitions): Item[] {
  return new Scanner(text, definitions).scan();
}

class Scanner {
  readonly #text: string;
  readonly #definitions: Definitions;
  readonly #backticks: Backticks;
  readonly #items: Item[] = [];
  readonly #brackets: Bracket[] = [];
  /** Brackets below this position hold a link already and cannot become one. */
  #usedUp = 0;
  #lastRun: Run | null = null;
  #at = 0;

  constructor(text: string, definitions: Definitions) {
    this.#text = text;
    this.#definitions = definitions;
    this.#backticks = new Backticks(text);
  }

  scan(): Item[] {
    while (this.#at < this.#text.length) this.#step(this.#text[this.#at] ?? '');
    matchRuns(null, this.#lastRun);
    return this.#items;
  }

  #step(letter: string) {
    switch (letter) {
      case '\\':
        return this.#escape();
      case '`':
        return this.#code();
      case '*':
      case '_':
      case '~':
        return this.#run();
      case '[':
        return this.#open(false);
      case '!':
        return this.#text[this.#at + 1] === '[' ? this.#open(true) : this.#take('!');
      case ']':
        return this.#close();
      case '<':
        return this.#angle();
      case '&':
        return this.#reference();
      case '\n':
        return this.#lineEnd();
      default:
        return isWordCharacter(letter) ? this.#word() : this.#take(this.#match(PLAIN)?.[0] ?? letter);
    }
  }

  /** Takes source as literal text. */
  #take(source: string) {
    this.#items.push({ kind: 'text', text: source });
    this.#at += source.length;
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    return pattern.exec(this.#text);
  }

  #escape() {
    const next = this.#text[this.#at + 1] ?? '';
    if (next === '\n') {
      this.#items.push({ kind: 'break' });
      this.#at += 2;
    } else if (isPunctuation(next)) {
      this.#items.push({ kind: 'text', text: next });
      this.#at += 2;
    } else this.#take('\\');
  }

  #code() {
    let start = this.#at;
    while (this.#text[start] === '`') start += 1;
    const length = start - this.#at;
    const end = this.#backticks.next(length, start);
    if (end === null) return this.#take('`'.repeat(length));
    const source = this.#text.slice(start, end).replaceAll('\n', ' ');
    const isPadded = source.startsWith(' ') && source.endsWith(' ') && source.trim() !== '';
    this.#items.push({ kind: 'code', text: isPadded ? source.slice(1, -1) : source });
    this.#at = end + length;
  }

  #run() {
    const run = readRun(this.#text, this.#at);
    run.previous = this.#lastRun;
    if (this.#lastRun) this.#lastRun.next = run;
    this.#lastRun = run;
    this.#items.push(run);
    this.#at += run.length;
  }

  #open(isImage: boolean) {
    const outer = this.#brackets.at(-1);
    if (outer) outer.hasBracketInside = true;
    this.#at += isImage ? 2 : 1;
    const bracket: Bracket = {
      kind: 'bracket',
      isImage,
      start: this.#at,
      runBefore: this.#lastRun,
      hasBracketInside: false,
      target: null,
      end: this.#at,
    };
    this.#brackets.push(bracket);
    this.#items.push(bracket);
  }

  #close() {
    const bracket = this.#brackets.pop();
    const isUsedUp = this.#brackets.length < this.#usedUp;
    if (isUsedUp) this.#usedUp = this.#brackets.length;
    const found = bracket && (!isUsedUp || bracket.isImage) ? this.#findTarget(bracket) : null;
    if (!bracket || !found) return this.#take(']');
    bracket.target = found.target;
    bracket.end = found.end;
    matchRuns(bracket.runBefore, this.#lastRun);
    this.#lastRun = bracket.runBefore;
    this.#items.push({ kind: 'end', bracket });
    this.#at = found.end;
    if (!bracket.isImage) this.#usedUp = this.#brackets.length;
  }

  #findTarget(bracket: Bracket): { readonly target: Target; readonly end: number } | null {
    const after = this.#at + 1;
    const inline = readTarget(this.#text, after);
    if (inline) {
      const target = targetOf(inline.text, bracket.isImage);
      return target && { target, end: inline.end };
    }
    const label = readLabel(this.#text, after);
    const own = { text: this.#text.slice(bracket.start, this.#at), end: label ? label.end : after };
    const named = label && label.text !== '' ? label : bracket.hasBracketInside ? null : own;
    const address = named && this.#definitions.resolve(named.text);
    const target = address && targetOf(address, bracket.isImage);
    return target ? { target, end: named.end } : null;
  }

  #angle() {
    const match = this.#match(ANGLE);
    const address = match?.[1] ?? '';
    const href = match && safeHref(/^[^:]+@/.test(address) ? `mailto:${address}` : address);
    if (!match || href === null) return this.#take('<');
    this.#items.push({ kind: 'address', href, text: address });
    this.#at += match[0].length;
  }

  #reference() {
    const reference = referenceAt(this.#text, this.#at);
    if (!reference) return this.#take('&');
    this.#items.push({ kind: 'text', text: reference.text });
    this.#at += reference.length;
  }

  #lineEnd() {
    const last = this.#items.at(-1);
    const before = last?.kind === 'text' ? last.text : '';
    if (before.endsWith('  ')) this.#items.push({ kind: 'break' });
    else if (!before.endsWith(' ')) this.#items.push({ kind: 'text', text: ' ' });
    this.#at += 1;
  }

  #word() {
    const bare = bareAddressAt(this.#text, this.#at, this.#brackets.length > 0);
    if (!bare) return this.#take(this.#match(WORD)?.[0] ?? '');
    if (bare.href === null) return this.#take(bare.text);
    this.#items.push({ kind: 'address', href: bare.href, text: bare.text });
    this.#at += bare.text.length;
  }
}

function targetOf(address: string, isImage: boolean): Target | null {
  if (isImage) {
    const evidenceId = evidenceIdOf(address);
    return evidenceId === null ? { type: 'other-image', address } : { type: 'figure', evidenceId };
  }
  const href = safeHref(address);
  return href === null ? null : { type: 'link', href };
}
