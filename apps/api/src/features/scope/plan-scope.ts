import type { ScopeLine } from '@sallyport/contracts/staff';
import { isScopeTarget, parseScopeTarget, type ScopeTarget } from './parse-scope.service.ts';

/** What becomes of a paste: every line that says something, and what of them is new. */
export interface ScopePlan {
  lines: ScopeLine[];
  adds: (ScopeTarget & { note: string })[];
}

/** A project holds at most this many targets, so that its list can be read at once. */
export const MAXIMUM_TARGETS = 5_000;
const NOTE_LENGTH = 300;
const FULL = `A project holds at most ${MAXIMUM_TARGETS.toLocaleString('en')} targets. Name ranges instead.`;
const LONG_NOTE = `The note is longer than ${NOTE_LENGTH} characters. Shorten it.`;

/**
 * Reads a paste, one target per line; what follows a tab or " # " is its note.
 * @param existing key of every target that the project holds, and whether it is in scope
 */
export function planScope(text: string, existing: ReadonlyMap<string, { isInScope: boolean }>): ScopePlan {
  const plan: ScopePlan = { lines: [], adds: [] };
  const firstLine = new Map<string, number>();
  for (const [at, raw] of text.split('\n').entries()) {
    if (raw.trim() === '') continue;
    const line = at + 1;
    const { target: typed, note } = withNote(raw);
    const parsed = parseScopeTarget(typed);
    const base = { line, text: raw.trim() };
    if (!isScopeTarget(parsed)) {
      plan.lines.push({ ...base, outcome: 'REFUSED', kind: null, target: null, message: parsed.message });
      continue;
    }
    const { kind, target, key } = parsed;
    const say = (outcome: ScopeLine['outcome'], message: string | null) =>
      plan.lines.push({ ...base, outcome, kind, target, message });
    const known = existing.get(key);
    const first = firstLine.get(key);
    if (known) say('DUPLICATE', `Already listed as ${known.isInScope ? 'in scope' : 'out of scope'}.`);
    else if (first !== undefined) say('DUPLICATE', `The same as line ${first}.`);
    else if (note.length > NOTE_LENGTH) say('REFUSED', LONG_NOTE);
    else if (existing.size + plan.adds.length >= MAXIMUM_TARGETS) say('REFUSED', FULL);
    else {
      firstLine.set(key, line);
      plan.adds.push({ kind, target, key, note });
      say('ADDED', null);
    }
  }
  return plan;
}

function withNote(raw: string): { target: string; note: string } {
  const line = raw.trim();
  const at = line.search(/\t| # /);
  if (at === -1) return { target: line, note: '' };
  const note = line.slice(at).replace(/^(?:\t| # )/, '');
  return { target: line.slice(0, at), note: note.trim().replace(/\s+/gu, ' ') };
}
