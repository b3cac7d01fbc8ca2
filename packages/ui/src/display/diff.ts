/** One line of a comparison. */
export type DiffLine = { key: string; sign: '+' | '-' | ' '; value: string };

function show(value: unknown): string {
  if (value === null || value === undefined || value === '') return '–';
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.length === 0 ? '–' : value.map(show).join(', ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** Lines that lead from one state of an object to another: unchanged facts once, changed ones as − then +. */
export function diffLines(
  before: Readonly<Record<string, unknown>> | null | undefined,
  after: Readonly<Record<string, unknown>> | null | undefined,
): DiffLine[] {
  const keys = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  return keys.flatMap((key): DiffLine[] => {
    const was = before && key in before ? show(before[key]) : undefined;
    const is = after && key in after ? show(after[key]) : undefined;
    if (was === is) return was === undefined ? [] : [{ key, sign: ' ', value: was }];
    const lines: DiffLine[] = [];
    if (was !== undefined) lines.push({ key, sign: '-', value: was });
    if (is !== undefined) lines.push({ key, sign: '+', value: is });
    return lines;
  });
}
