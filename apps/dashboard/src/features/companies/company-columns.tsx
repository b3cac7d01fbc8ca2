import { DateText, type TableColumn } from '@sallyport/ui';
import { CompanyMark } from '../../components/company-mark.tsx';
import { strings } from '../../strings/strings.ts';
import type { CompanyRow } from './companies.queries.ts';

const t = strings.companies;

function Count({ count }: { count: number | null }) {
  if (count === null || count === 0)
    return (
      <span className="text-text-3" data-blank="">
        {count ?? strings.common.noValue}
      </span>
    );
  return <>{count.toLocaleString('en')}</>;
}

export const COMPANY_COLUMNS: readonly TableColumn<CompanyRow>[] = [
  {
    key: 'name',
    header: t.columns.name,
    sortKey: 'name',
    primary: true,
    width: 'fill',
    cell: (row) => (
      <>
        <CompanyMark company={row} />
        <span className="truncate">{row.name}</span>
      </>
    ),
  },
  {
    key: 'open',
    header: t.columns.open,
    width: 120,
    align: 'end',
    cell: (row) => (
      <>
        <Count count={row.openProjectCount} />
        {row.openProjectCount > 0 ? (
          <span className="hidden @max-[560px]/ui-table:inline"> {t.columns.openShort}</span>
        ) : null}
      </>
    ),
  },
  {
    key: 'projects',
    header: t.columns.projects,
    width: 100,
    align: 'end',
    wideOnly: true,
    cell: (row) => <Count count={row.projectCount} />,
  },
  {
    key: 'customers',
    header: t.columns.customers,
    width: 110,
    align: 'end',
    wideOnly: true,
    cell: (row) => <Count count={row.customerCount} />,
  },
  {
    key: 'createdAt',
    header: t.columns.created,
    sortKey: 'createdAt',
    width: 130,
    align: 'end',
    wideOnly: true,
    cell: (row) => (
      <span className="text-text-2">
        <DateText at={row.createdAt} />
      </span>
    ),
  },
];
