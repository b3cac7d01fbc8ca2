type Align = 'left' | 'center' | 'right' | null;

// A short header must not make a long text into very many empty cells.
const MAX_COLUMNS = 64;

/** The cells of a row; `\|` is a bar inside a cell. */
export function tableCells(line: string): string[] {
  const text = line.trim();
  const cells: string[] = [];
  let start = text.startsWith('|') ? 1 : 0;
  for (let at = start; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '|') {
      cells.push(text.slice(start, at));
      start = at + 1;
    }
  }
  if (start < text.length) cells.push(text.slice(start));
  return cells.map((cell) => cell.replaceAll('\\|', '|').trim());
}

/** The alignments that the line under a table's head gives, if it is such a line and fits the head. */
export function tableAlignment(line: string, head: string): readonly Align[] | null {
  if (!line.includes('|') || !/^[ \t|:-]+$/.test(line)) return null;
  const cells = tableCells(line);
  if (cells.length === 0 || cells.length > MAX_COLUMNS || tableCells(head).length !== cells.length)
    return null;
  return cells.every((cell) => /^:?-+:?$/.test(cell)) ? cells.map(alignOf) : null;
}

function alignOf(cell: string): Align {
  const isLeft = cell.startsWith(':');
  if (cell.endsWith(':')) return isLeft ? 'center' : 'right';
  return isLeft ? 'left' : null;
}
