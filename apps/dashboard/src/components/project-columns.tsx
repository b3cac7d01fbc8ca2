import { Avatar, AvatarStack, CodeText, cx, Icon, type TableColumn } from '@sallyport/ui';
import { faceOf } from '../lib/face.ts';
import type { Outputs } from '../lib/trpc.ts';
import { strings } from '../strings/strings.ts';
import { DayText } from './day-text.tsx';
import { ProjectStatus } from './project-status.tsx';
import { SeverityTotal } from './severity-total.tsx';

const t = strings.projects.columns;

type Row = Outputs['projects']['listProjects']['rows'][number];

function Leads({ row }: { row: Row }) {
  const [first] = row.leads;
  if (!first) return null;
  if (row.leads.length === 1) return <Avatar {...faceOf(first)} />;
  return <AvatarStack people={row.leads.map(faceOf)} max={3} />;
}

/** The columns of every table of projects. */
export const PROJECT_COLUMNS = {
  reference: {
    key: 'reference',
    header: t.key,
    width: 96,
    cell: (row) => <CodeText muted>{row.reference}</CodeText>,
  },
  name: {
    key: 'name',
    header: t.name,
    sortKey: 'name',
    primary: true,
    width: 'fill',
    cell: (row) => (
      <>
        <span className="truncate">{row.name}</span>
        {row.isRestricted ? <Icon name="lock" size={12} className="shrink-0 text-icon" /> : null}
        <span className="min-w-0 flex-1 basis-0 truncate font-normal text-text-3">{row.company.name}</span>
      </>
    ),
  },
  status: {
    key: 'status',
    header: t.status,
    width: 116,
    cell: (row) => <ProjectStatus plain project={row} />,
  },
  findings: {
    key: 'findings',
    header: t.findings,
    width: 130,
    cell: (row) => <SeverityTotal counts={row.findings} />,
  },
  leads: { key: 'leads', header: t.leads, width: 84, wideOnly: true, cell: (row) => <Leads row={row} /> },
  starts: {
    key: 'testStart',
    header: t.starts,
    sortKey: 'testStart',
    width: 110,
    align: 'end',
    wideOnly: true,
    cell: (row) => (
      <span className="text-text-2">
        <DayText short day={row.testStart} />
      </span>
    ),
  },
  ends: {
    key: 'testEnd',
    header: t.ends,
    sortKey: 'testEnd',
    width: 110,
    align: 'end',
    cell: (row) => (
      <span className={cx(row.isOverdue && 'font-medium text-negative-text')}>
        <DayText short day={row.testEnd} />
      </span>
    ),
  },
} as const satisfies Record<string, TableColumn<Row>>;
