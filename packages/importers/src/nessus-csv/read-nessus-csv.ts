import type { ImportedItem } from '../finding.ts';
import type { Clock } from '../format.ts';
import { decodeText } from '../input/decode-text.ts';
import { type ImportLimits, maxPieceChars } from '../limits.ts';
import { ImportProblem } from '../problem.ts';
import { type Header, readHeader } from './header.ts';
import { readRows } from './read-rows.ts';
import { RowReader } from './row-reader.ts';

const BATCH_ITEMS = 200;
const MAX_HEADER_CHARS = 64 * 1024;
const EXPORT_CSV =
  'Export the report from Nessus or Tenable as CSV with its default columns, and import that file.';

/** Reads a Nessus or Tenable table. */
export async function* readNessusCsv(
  bytes: AsyncIterable<Uint8Array>,
  limits: ImportLimits,
  clock: Clock = () => performance.now(),
): AsyncGenerator<ImportedItem[]> {
  const text = decodeText(bytes, limits, clock);
  const beginning = await firstLine(text);
  const header = readHeader(beginning.split(/\r?\n/, 1)[0] ?? '');
  if (header === null) {
    throw new ImportProblem('The first line names no Nessus or Tenable columns', 1, EXPORT_CSV);
  }
  yield* readItems(resumed(beginning, text), header, limits);
}

async function* readItems(
  text: AsyncIterable<string>,
  header: Header,
  limits: ImportLimits,
): AsyncGenerator<ImportedItem[]> {
  const reader = new RowReader(header, limits);
  let batch: ImportedItem[] = [];
  let count = 0;
  let isHeader = true;
  for await (const row of readRows(text, header.delimiter, maxPieceChars(limits))) {
    if (isHeader) {
      isHeader = false;
      continue;
    }
    count += 1;
    if (count > limits.maxItems) {
      throw new ImportProblem(
        `The file has more than ${limits.maxItems} rows`,
        row.line,
        'Export fewer hosts at a time and import the parts.',
      );
    }
    batch.push(reader.read(row));
    if (batch.length === BATCH_ITEMS) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}

/** The pieces up to the first line's end. Blank lines ahead of it are kept, so that line numbers hold. */
async function firstLine(text: AsyncIterator<string>): Promise<string> {
  let beginning = '';
  while (beginning.length <= MAX_HEADER_CHARS && !beginning.includes('\n')) {
    const next = await text.next();
    if (next.done === true) break;
    beginning += next.value;
  }
  return beginning;
}

async function* resumed(beginning: string, rest: AsyncIterable<string>): AsyncGenerator<string> {
  yield beginning;
  yield* rest;
}
