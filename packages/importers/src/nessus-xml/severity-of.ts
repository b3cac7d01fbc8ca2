import type { Severity } from '@sallyport/contracts/common';
import { ImportProblem, quoted } from '../problem.ts';

const BY_NUMBER: ReadonlyMap<string, Severity> = new Map([
  ['0', 'info'],
  ['1', 'low'],
  ['2', 'medium'],
  ['3', 'high'],
  ['4', 'critical'],
]);

/** The severity attribute of a ReportItem, 0 to 4. */
export function severityOf(text: string | undefined, line: number): Severity {
  const severity = BY_NUMBER.get(text?.trim() ?? '');
  if (severity !== undefined) return severity;
  const what =
    text === undefined
      ? 'A result has no severity'
      : `The severity ${quoted(text)} is not a number from 0 to 4`;
  throw new ImportProblem(what, line, 'Export the report again without changing it, and import that file.');
}
