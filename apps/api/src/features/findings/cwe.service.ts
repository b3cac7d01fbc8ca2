import type { Cwe } from '@sallyport/contracts/common';
import list from './data/cwe-list.json' with { type: 'json' };

/** Every weakness of CWE 4.15 (MITRE, 2024-07-16) that is not deprecated, by number. */
const ALL: readonly Cwe[] = list.map((line) => {
  const at = line.indexOf(' ');
  return { id: Number(line.slice(0, at)), name: line.slice(at + 1) };
});
const BY_ID: ReadonlyMap<number, Cwe> = new Map(ALL.map((cwe) => [cwe.id, cwe]));
const FOUND_AT_MOST = 20;

/** A weakness with its name; one that the list does not know keeps its number as name. */
export function cweOf(id: number): Cwe {
  return BY_ID.get(id) ?? { id, name: `CWE-${id}` };
}

/** Weaknesses by number, whole or its beginning, or by words of their name in any order; at most 20. */
export function findCwe(search: string): Cwe[] {
  const number = /^(?:cwe)?[\s-]*(\d{1,5})$/i.exec(search.trim())?.[1];
  if (number !== undefined) {
    const exact = BY_ID.get(Number(number));
    const others = ALL.filter(({ id }) => id !== exact?.id && String(id).startsWith(number));
    return [...(exact ? [exact] : []), ...others].slice(0, FOUND_AT_MOST);
  }
  const words = search
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  if (words.length === 0) return [];
  const matches = ALL.filter(({ name }) => {
    const lower = name.toLowerCase();
    return words.every((word) => lower.includes(word));
  });
  // A short name says the same in fewer words: the broader weakness comes first.
  return matches.toSorted((a, b) => a.name.length - b.name.length || a.id - b.id).slice(0, FOUND_AT_MOST);
}
