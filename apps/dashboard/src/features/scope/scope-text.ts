import type { ScopeItem, ScopePreview } from './scope.queries.ts';

type Item = Pick<ScopeItem, 'target' | 'note' | 'isInScope'>;

/** Targets as lines that add them again, those in scope apart from those out of it. */
export function textOf(items: readonly Item[]): { isInScope: boolean; text: string }[] {
  return [true, false].flatMap((isInScope) => {
    const lines = items
      .filter((item) => item.isInScope === isInScope)
      .map(({ target, note }) => (note === '' ? target : `${target}\t${note}`));
    return lines.length > 0 ? [{ isInScope, text: lines.join('\n') }] : [];
  });
}

/** The targets in whose name or note every word occurs. */
export function matching<Row extends Item>(rows: readonly Row[], search: string): Row[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter(({ target, note }) => {
    const text = `${target} ${note}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** What a pasted line says after its target: the text behind a tab or " # ". */
export function noteOf(line: string): string {
  return /(?:\t| # )(.*)$/.exec(line)?.[1]?.trim() ?? '';
}

/** Refused lines first, since they need somebody; the rest as they were pasted. */
export function inOrder(lines: ScopePreview['lines']): ScopePreview['lines'] {
  const isRefused = ({ outcome }: ScopePreview['lines'][number]) => outcome === 'REFUSED';
  return [...lines.filter(isRefused), ...lines.filter((line) => !isRefused(line))];
}
