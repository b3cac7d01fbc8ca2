import { type InstanceTarget, isInstanceTarget, parseInstance } from './parse-instance.ts';

/** What becomes of a paste: what is new, how much of it was known, and which lines name no place. */
export interface InstancePlan {
  adds: (InstanceTarget & { note: string })[];
  duplicates: number;
  refused: { line: number; text: string; message: string }[];
}

/** A finding holds at most this many instances, so that it can be read at once. */
export const MAXIMUM_INSTANCES = 5_000;
const NOTE_LENGTH = 500;
const FULL = `A finding holds at most ${MAXIMUM_INSTANCES.toLocaleString('en')} instances.`;
const LONG_NOTE = `The note is longer than ${NOTE_LENGTH} characters. Shorten it.`;

/**
 * Reads a paste, one place per line; what follows a tab or " # " is its note.
 * @param existing targets that the finding holds
 */
export function planInstances(text: string, existing: ReadonlySet<string>): InstancePlan {
  const plan: InstancePlan = { adds: [], duplicates: 0, refused: [] };
  const seen = new Set(existing);
  for (const [at, raw] of text.split('\n').entries()) {
    const line = raw.trim();
    if (line === '') continue;
    const refuse = (message: string) => plan.refused.push({ line: at + 1, text: line, message });
    const { place, note } = withNote(line);
    const parsed = parseInstance(place);
    if (!isInstanceTarget(parsed)) refuse(parsed.message);
    else if (seen.has(parsed.target)) plan.duplicates += 1;
    else if (note.length > NOTE_LENGTH) refuse(LONG_NOTE);
    else if (seen.size >= MAXIMUM_INSTANCES) refuse(FULL);
    else {
      seen.add(parsed.target);
      plan.adds.push({ ...parsed, note });
    }
  }
  return plan;
}

function withNote(line: string): { place: string; note: string } {
  const at = line.search(/\t| # /);
  if (at === -1) return { place: line, note: '' };
  const note = line.slice(at).replace(/^(?:\t| # )/, '');
  return { place: line.slice(0, at), note: note.trim().replace(/\s+/gu, ' ') };
}
