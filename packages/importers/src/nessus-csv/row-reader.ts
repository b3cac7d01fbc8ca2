import type { Severity } from '@sallyport/contracts/common';
import type { ImportedItem } from '../finding.ts';
import type { ImportLimits } from '../limits.ts';
import { pluginFinding } from '../nessus/plugin-finding.ts';
import { pluginId, pluginInstance, pluginName } from '../nessus/plugin-instance.ts';
import { ImportProblem, quoted } from '../problem.ts';
import type { Header } from './header.ts';
import type { Columns } from './layouts.ts';
import type { Row } from './read-rows.ts';

const EXPORT_AGAIN = 'Export the report again without changing it in a spreadsheet, and import that file.';

const SEVERITIES: ReadonlyMap<string, Severity> = new Map([
  ['none', 'info'],
  ['info', 'info'],
  ['low', 'low'],
  ['medium', 'medium'],
  ['high', 'high'],
  ['critical', 'critical'],
]);

/** Turns the rows of one table into items. */
export class RowReader {
  readonly #limits: ImportLimits;
  readonly #width: number;
  /** For each field the places of its columns, the best first. */
  readonly #places: ReadonlyMap<string, readonly number[]>;

  constructor({ layout, names }: Header, limits: ImportLimits) {
    this.#limits = limits;
    this.#width = names.length;
    this.#places = new Map(
      Object.entries(layout.columns).map(([field, columns]) => [
        field,
        columns.map((column) => names.indexOf(column)).filter((place) => place !== -1),
      ]),
    );
    const missing = layout.required.filter((field) => this.#places.get(field)?.length === 0);
    if (missing.length > 0) {
      const columns = missing.map((field) => quoted(layout.columns[field][0] ?? field)).join(', ');
      throw new ImportProblem(
        `The first line lacks what every report has: ${columns}`,
        1,
        'Export the report with its default columns and import that file.',
      );
    }
  }

  /** Throws ImportProblem for a row that is not whole. */
  read({ cells, line }: Row): ImportedItem {
    if (cells.length !== this.#width) {
      throw new ImportProblem(
        `The row that begins here has ${cells.length} cells where the first line has ${this.#width}`,
        line,
        EXPORT_AGAIN,
      );
    }
    const cell = (field: keyof Columns) => this.#cell(cells, field);
    const finding = pluginFinding(
      {
        id: pluginId(cell('id'), line),
        name: pluginName(cell('name'), line),
        severity: severityOf(cell('severity'), line),
        synopsis: cell('synopsis'),
        description: cell('description'),
        solution: cell('solution'),
        seeAlso: cell('seeAlso'),
        cve: cell('cve'),
        cwe: cell('cwe'),
        vectors: [
          { generation: 2, vector: cell('vector2'), score: cell('score2') },
          { generation: 3, vector: cell('vector3'), score: cell('score3') },
          { generation: 4, vector: cell('vector4'), score: cell('score4') },
        ],
      },
      this.#limits,
    );
    const instance = pluginInstance(
      {
        host: cell('host'),
        address: cell('address'),
        // A table without ports is about hosts as a whole.
        port: this.#places.get('port')?.length === 0 ? '0' : cell('port'),
        protocol: cell('protocol'),
        service: cell('service'),
        output: cell('output'),
      },
      line,
      this.#limits,
    );
    return { finding, instance, line };
  }

  #cell(cells: readonly string[], field: keyof Columns): string {
    for (const place of this.#places.get(field) ?? []) {
      const text = cells[place] ?? '';
      if (text.trim() !== '') return text;
    }
    return '';
  }
}

function severityOf(text: string, line: number): Severity {
  const severity = SEVERITIES.get(text.trim().toLowerCase());
  if (severity !== undefined) return severity;
  throw new ImportProblem(
    `The severity ${quoted(text)} is none of None, Low, Medium, High and Critical`,
    line,
    EXPORT_AGAIN,
  );
}
