/** What a key does in a list of rows. */
export type TableMove = { to: number } | 'open' | 'select' | undefined;

/** Turns a key into a move: arrows or J and K, Home and End, Enter opens, X selects. */
export function tableMove(key: string, index: number, count: number): TableMove {
  const last = count - 1;
  switch (key) {
    case 'ArrowDown':
    case 'j':
      return { to: Math.min(last, index + 1) };
    case 'ArrowUp':
    case 'k':
      return { to: Math.max(0, index - 1) };
    case 'Home':
      return { to: 0 };
    case 'End':
      return { to: last };
    case 'Enter':
    case 'o':
      return 'open';
    case 'x':
      return 'select';
    default:
      return undefined;
  }
}

/** The selection with one key put in or taken out. */
export function toggled(selected: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(selected);
  if (!next.delete(key)) next.add(key);
  return next;
}
