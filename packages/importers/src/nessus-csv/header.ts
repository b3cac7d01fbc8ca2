import { LAYOUTS, type Layout } from './layouts.ts';

export type Delimiter = ',' | ';';

export interface Header {
  readonly layout: Layout;
  readonly delimiter: Delimiter;
  /** Names in lower case. */
  readonly names: readonly string[];
}

const DELIMITERS: readonly Delimiter[] = [',', ';'];

/** What the first line says about the file; null when it is no table of this kind. */
export function readHeader(line: string): Header | null {
  for (const delimiter of DELIMITERS) {
    const names = line.split(delimiter).map(nameOf);
    const layout = LAYOUTS.find(({ mark }) => mark.every((name) => names.includes(name)));
    if (layout !== undefined) return { layout, delimiter, names };
  }
  return null;
}

function nameOf(cell: string): string {
  return cell
    .trim()
    .replace(/^"(.*)"$/, '$1')
    .trim()
    .toLowerCase();
}
