import { fold } from '../forms/combobox-filter.ts';

/**
 * How well a query's letters fit a text: undefined when some are missing, otherwise higher is better. Letters that follow
 * each other and letters that begin a word count more; a shorter text wins a tie.
 */
export function fuzzyScore(query: string, text: string): number | undefined {
  const wanted = fold(query).replace(/\s+/g, ' ').trim();
  const given = fold(text);
  if (wanted === '') return 0;
  const at = given.indexOf(wanted);
  if (at >= 0) return 1_000 + (startsWord(given, at) ? 500 : 0) - at - given.length / 100;
  const words = wanted.split(' ');
  if (words.length > 1 && words.every((word) => given.includes(word))) return 800 - given.length / 100;
  let score = 0;
  let from = 0;
  let last = -2;
  for (const letter of wanted.replaceAll(' ', '')) {
    const found = given.indexOf(letter, from);
    if (found < 0) return undefined;
    score += found === last + 1 ? 6 : startsWord(given, found) ? 5 : 1;
    score -= Math.min(3, (found - from) / 8);
    last = found;
    from = found + 1;
  }
  // Letters scattered over a long text are a coincidence, not a match.
  return score > wanted.length * 1.6 ? score - given.length / 100 : undefined;
}

function startsWord(text: string, index: number): boolean {
  return index === 0 || /[\s\-_./:]/.test(text[index - 1] ?? ' ');
}

type Filterable = { label: string; context?: string | undefined; keywords?: string | undefined };

type FilterGroup<Item> = { heading: string; items: readonly Item[]; keepAll?: boolean | undefined };

/** The groups with the items that fit, best first; a group that says so keeps its own order and items. */
export function filterGroups<Item extends Filterable>(
  groups: readonly FilterGroup<Item>[],
  query: string,
): { heading: string; items: Item[] }[] {
  return groups
    .map(({ heading, items, keepAll }) => ({
      heading,
      items: keepAll || query.trim() === '' ? [...items] : rank(items, query),
    }))
    .filter((group) => group.items.length > 0);
}

function rank<Item extends Filterable>(items: readonly Item[], query: string): Item[] {
  return items
    .flatMap((item) => {
      const own = fuzzyScore(query, item.label);
      const wide = fuzzyScore(query, `${item.label} ${item.context ?? ''} ${item.keywords ?? ''}`);
      const score = own === undefined ? (wide === undefined ? undefined : wide - 200) : own;
      return score === undefined ? [] : [{ item, score }];
    })
    .sort((a, b) => b.score - a.score)
    .map(({ item }) => item);
}
