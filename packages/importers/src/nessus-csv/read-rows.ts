import { pipeline, Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { ImportProblem } from '../problem.ts';
import type { Delimiter } from './header.ts';

export interface Row {
  readonly cells: readonly string[];
  /** Where the row begins. */
  readonly line: number;
}

const EXPORT_AGAIN = 'Export the report again without changing it in a spreadsheet, and import that file.';

/** The rows of a table, the header among them; blank lines are left out. */
export async function* readRows(
  text: AsyncIterable<string>,
  delimiter: Delimiter,
  maxRowChars: number,
): AsyncGenerator<Row> {
  // Counted while parsing: an error comes ahead of the rows before it that wait to be read.
  let line = 1;
  const starts: number[] = [];
  const parser = parse({
    delimiter,
    relax_column_count: true,
    record_delimiter: '\n',
    max_record_size: maxRowChars,
    on_record: (cells: string[], { lines }) => {
      starts.push(line);
      line = lines + 1;
      return cells;
    },
  });
  // The loop below throws whatever ends the pipeline.
  pipeline(Readable.from(withLineFeeds(text)), parser, () => undefined);
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      const start = starts.shift() ?? line;
      if (cells.length > 1 || cells[0] !== '') yield { cells, line: start };
    }
  } catch (error) {
    throw error instanceof CsvError ? problem(error, line) : error;
  }
}

/** CRLF and CR as LF, also where a piece ends between the two: the parser would count two lines. */
async function* withLineFeeds(text: AsyncIterable<string>): AsyncGenerator<string> {
  let held = '';
  for await (const piece of text) {
    const whole = held + piece;
    held = whole.endsWith('\r') ? '\r' : '';
    yield whole.slice(0, whole.length - held.length).replace(/\r\n?/g, '\n');
  }
  if (held !== '') yield '\n';
}

function problem(error: CsvError, line: number): ImportProblem {
  switch (error.code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return new ImportProblem(
        'The file ends early, inside a quoted cell of the row that begins here',
        line,
        'Download or export the report again: this copy is not complete.',
      );
    case 'CSV_MAX_RECORD_SIZE':
      return new ImportProblem('The row that begins here is too long to be read', line, EXPORT_AGAIN);
    default:
      return new ImportProblem(
        'The quotes of the row that begins here do not fit together',
        line,
        EXPORT_AGAIN,
      );
  }
}
