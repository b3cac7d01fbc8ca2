/** One change to a text: what stands between `from` and `to` becomes `insert`, then the selection is set. */
export type Edit = {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
  readonly selectFrom: number;
  readonly selectTo: number;
};

/** A text and what is selected in it. */
export type Selected = { readonly text: string; readonly from: number; readonly to: number };

/** The marks that a toolbar's button puts before lines. */
export type LineMark = 'list' | 'numbered-list' | 'quote' | 'heading';

const MARKED: Readonly<Record<LineMark, RegExp>> = {
  list: /^[-*+] /,
  'numbered-list': /^\d{1,9}[.)] /,
  quote: /^> ?/,
  heading: /^#{1,6} /,
};
const ITEM = /^([ \t]*)(?:([-*+])|(\d{1,9})([.)])|(>))( +)(\[[ xX]\] +)?/;

/** Puts `mark` around the selection, or takes it away where it is there already. */
export function toggleWrap({ text, from, to }: Selected, mark: string): Edit {
  const { length } = mark;
  const selected = text.slice(from, to);
  if (text.slice(from - length, from) === mark && text.slice(to, to + length) === mark)
    return {
      from: from - length,
      to: to + length,
      insert: selected,
      selectFrom: from - length,
      selectTo: to - length,
    };
  return {
    from,
    to,
    insert: `${mark}${selected}${mark}`,
    selectFrom: from + length,
    selectTo: to + length,
  };
}

/** Puts the mark before every line that the selection touches, or takes it away where all have it. */
export function toggleLines({ text, from, to }: Selected, mark: LineMark): Edit {
  const start = text.lastIndexOf('\n', from - 1) + 1;
  const next = text.indexOf('\n', Math.max(from, to - 1));
  const end = next < 0 ? text.length : next;
  const lines = text.slice(start, end).split('\n');
  const isMarked = lines.every((line) => MARKED[mark].test(line));
  const insert = lines
    .map((line, index) => (isMarked ? line.replace(MARKED[mark], '') : lineMark(mark, index) + line))
    .join('\n');
  const isCaret = from === to;
  const caret = Math.max(start, from + insert.length - (end - start));
  return {
    from: start,
    to: end,
    insert,
    selectFrom: isCaret ? caret : start,
    selectTo: isCaret ? caret : start + insert.length,
  };
}

function lineMark(mark: LineMark, index: number): string {
  switch (mark) {
    case 'list':
      return '- ';
    case 'numbered-list':
      return `${index + 1}. `;
    case 'quote':
      return '> ';
    case 'heading':
      return '## ';
  }
}

/** Makes a link of the selection; the address is selected, ready to be typed. */
export function insertLink({ text, from, to }: Selected): Edit {
  const label = text.slice(from, to);
  const address = 'https://';
  const addressAt = from + label.length + 3;
  const isEmpty = label === '';
  return {
    from,
    to,
    insert: `[${label}](${address})`,
    selectFrom: isEmpty ? from + 1 : addressAt,
    selectTo: isEmpty ? from + 1 : addressAt + address.length,
  };
}

/** Puts a block in place of the selection, with an empty line before and after it; selects `selected` within it. */
export function insertBlock({ text, from, to }: Selected, block: string, selected: string): Edit {
  const before = text.slice(0, from);
  const after = text.slice(to);
  const gap = before === '' || before.endsWith('\n\n') ? '' : before.endsWith('\n') ? '\n' : '\n\n';
  const end = after === '' || after.startsWith('\n\n') ? '' : after.startsWith('\n') ? '\n' : '\n\n';
  const selectFrom = from + gap.length + block.indexOf(selected);
  return {
    from,
    to,
    insert: `${gap}${block}${end}`,
    selectFrom,
    selectTo: selectFrom + selected.length,
  };
}

/** What Enter does in a list or quote: begins the next item, or ends the list on an empty one; null elsewhere. */
export function continueList({ text, from, to }: Selected): Edit | null {
  const start = text.lastIndexOf('\n', from - 1) + 1;
  const line = text.slice(start, from);
  const match = ITEM.exec(line);
  if (from !== to || !match || isInFence(text.slice(0, start))) return null;
  const [whole, indent = '', bullet, number, sign, , space = ' ', task] = match;
  const rest = text.slice(to);
  if (line === whole && (rest === '' || rest.startsWith('\n')))
    return { from: start, to, insert: '', selectFrom: start, selectTo: start };
  const mark = bullet ?? (number === undefined ? '>' : `${Number(number) + 1}${sign}`);
  const insert = `\n${indent}${mark}${space}${task === undefined ? '' : '[ ] '}`;
  return { from, to, insert, selectFrom: from + insert.length, selectTo: from + insert.length };
}

function isInFence(before: string): boolean {
  return (before.match(/^ {0,3}(?:```|~~~)/gm)?.length ?? 0) % 2 === 1;
}

/** Where a position in `before` is found in `after`, which differs from it in one place. */
export function movePosition(position: number, before: string, after: string): number {
  let same = 0;
  while (same < position && same < after.length && before[same] === after[same]) same += 1;
  return same === position ? position : Math.max(same, position + after.length - before.length);
}
