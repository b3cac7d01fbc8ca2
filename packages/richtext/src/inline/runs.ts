import type { Run, Wrapper } from './items.ts';

const SPACE = /^[\s\u00a0]$/u;
const PUNCTUATION = /^[\p{P}\p{S}]$/u;

/** The run of `*`, `_` or `~` at `at`, with what it may do (CommonMark 0.31.2, "delimiter run"). */
export function readRun(text: string, at: number): Run {
  const letter = text[at] ?? '';
  let end = at;
  while (text[end] === letter) end += 1;
  const before = characterBefore(text, at);
  const after = end < text.length ? String.fromCodePoint(text.codePointAt(end) ?? 32) : ' ';
  const isLeft = !SPACE.test(after) && (!PUNCTUATION.test(after) || isBoundary(before));
  const isRight = !SPACE.test(before) && (!PUNCTUATION.test(before) || isBoundary(after));
  const isWordBound = letter === '_';
  return {
    kind: 'run',
    at,
    letter,
    length: end - at,
    canOpen: isLeft && (!isWordBound || !isRight || PUNCTUATION.test(before)),
    canClose: isRight && (!isWordBound || !isLeft || PUNCTUATION.test(after)),
    left: end - at,
    ends: [],
    begins: [],
    previous: null,
    next: null,
  };
}

function characterBefore(text: string, at: number): string {
  if (at === 0) return ' ';
  const last = text.charCodeAt(at - 1);
  const isPair = last >= 0xdc00 && last <= 0xdfff && at > 1;
  return isPair ? text.slice(at - 2, at) : text.slice(at - 1, at);
}

function isBoundary(character: string): boolean {
  return SPACE.test(character) || PUNCTUATION.test(character);
}

/**
 * Matches the runs after `bottom` with each other up to `last`, then takes them out of the chain.
 * Remembers per kind of closing run how far back nothing opens it, which keeps the work linear.
 */
export function matchRuns(bottom: Run | null, last: Run | null): void {
  const floors = new Map<string, number>();
  let closing = firstAfter(bottom, last);
  while (closing) {
    const key = closingKind(closing);
    const opening = closing.canClose ? findOpening(closing, floors.get(key) ?? bottom?.at ?? -1) : null;
    if (opening) {
      pair(opening, closing);
      opening.next = closing;
      closing.previous = opening;
      if (opening.left === 0) unlink(opening);
    } else if (closing.canClose) floors.set(key, closing.previous?.at ?? -1);
    if (opening && closing.left > 0) continue;
    if (closing.left === 0 || !closing.canOpen) unlink(closing);
    closing = closing.next;
  }
  if (bottom) bottom.next = null;
}

function firstAfter(bottom: Run | null, last: Run | null): Run | null {
  if (bottom) return bottom.next;
  let first = last;
  while (first?.previous) first = first.previous;
  return first;
}

function unlink(run: Run): void {
  if (run.previous) run.previous.next = run.next;
  if (run.next) run.next.previous = run.previous;
}

function closingKind(run: Run): string {
  return `${run.letter}${run.letter === '~' ? run.length : `${run.canOpen}${run.length % 3}`}`;
}

function findOpening(closing: Run, floor: number): Run | null {
  for (let run = closing.previous; run && run.at > floor; run = run.previous)
    if (run.canOpen && run.left > 0 && fits(run, closing)) return run;
  return null;
}

function fits(opening: Run, closing: Run): boolean {
  if (opening.letter !== closing.letter) return false;
  if (closing.letter === '~') return opening.length === closing.length && closing.length <= 2;
  const isMiddle = opening.canClose || closing.canOpen;
  const isThird = (opening.length + closing.length) % 3 === 0;
  return !isMiddle || !isThird || (opening.length % 3 === 0 && closing.length % 3 === 0);
}

function pair(opening: Run, closing: Run): void {
  const isStrike = closing.letter === '~';
  const isDouble = opening.left >= 2 && closing.left >= 2;
  const wrapper: Wrapper = isStrike ? 'strike' : isDouble ? 'strong' : 'emphasis';
  const used = isStrike ? closing.length : isDouble ? 2 : 1;
  opening.left -= used;
  closing.left -= used;
  opening.begins.push(wrapper);
  closing.ends.push(wrapper);
}
