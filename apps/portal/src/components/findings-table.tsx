import type { PublishedFindingRow } from '@sallyport/contracts/portal';
import { CodeText, DataTable, DateText, SeverityBadge, type TableColumn } from '@sallyport/ui';
import type { ReactNode } from 'react';
import { strings } from '../strings/strings.ts';
import { ResultStatus } from './result-status.tsx';

const t = strings.findings;
type Row = PublishedFindingRow;

const COLUMNS = {
  reference: {
    key: 'reference',
    header: t.columns.reference,
    width: 76,
    cell: (row) => <CodeText>{row.reference}</CodeText>,
  },
  severity: {
    key: 'severity',
    header: t.columns.severity,
    width: 124,
    cell: (row) => <SeverityBadge plain severity={row.severity} />,
  },
  places: {
    key: 'places',
    header: t.columns.places,
    align: 'end',
    width: 92,
    wideOnly: true,
    cell: (row) =>
      row.instanceCount > 0 ? (
        row.instanceCount
      ) : (
        <span className="text-text-3" data-blank="">
          –
        </span>
      ),
  },
  result: {
    key: 'result',
    header: t.columns.result,
    width: 150,
    cell: (row) => <ResultStatus plain result={row.result} />,
  },
  published: {
    key: 'published',
    header: t.columns.published,
    align: 'end',
    width: 128,
    wideOnly: true,
    cell: (row) => (
      <span className="text-text-2">
        <DateText at={row.publishedAt} />
      </span>
    ),
  },
} as const satisfies Readonly<Record<string, TableColumn<Row>>>;

function titleColumn(withProject: boolean): TableColumn<Row> {
  return {
    key: 'title',
    header: t.columns.title,
    primary: true,
    width: 'fill',
    cell: (row) => (
      <span className="min-w-0 py-2.5 whitespace-normal">
        <span className="[overflow-wrap:anywhere]">{row.title}</span>
        <span className="block text-xs font-normal text-text-2">
          {withProject ? row.projectName : row.reference}
        </span>
      </span>
    ),
  };
}

const { reference, severity, places, result, published } = COLUMNS;
const WITH_PROJECT = [severity, titleColumn(true), reference, places, result, published];
/** Within a project there is less room, and the reference stands where else the project does. */
const OF_PROJECT = [severity, titleColumn(false), places, result];

/** Published findings; each row leads to its finding. */
export function FindingsTable({
  label,
  rows,
  withProject,
  ...rest
}: {
  label: string;
  rows: readonly Row[];
  withProject?: boolean;
  loading?: boolean;
  error?: ReactNode;
  empty?: ReactNode;
  footer?: ReactNode;
}) {
  return (
    <DataTable
      {...rest}
      inCard
      label={label}
      columns={withProject ? WITH_PROJECT : OF_PROJECT}
      rows={rows}
      rowKey={(row) => row.id}
      onRowHref={(row) => `/findings/${row.id}`}
    />
  );
}
