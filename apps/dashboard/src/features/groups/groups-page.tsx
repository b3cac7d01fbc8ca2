import {
  AvatarStack,
  Button,
  Card,
  DataTable,
  EmptyState,
  Icon,
  SectionHeader,
  StaffPage,
  type TableColumn,
  Tag,
} from '@sallyport/ui';
import { useQuery } from '@tanstack/react-query';
import { Failure } from '../../components/failure.tsx';
import { grantLabels } from '../../components/grant-words.ts';
import { PageHeading } from '../../components/page-heading.tsx';
import { canManageUsers } from '../../lib/abilities.ts';
import { useCurrentUser } from '../../lib/current-user.ts';
import { faceOf } from '../../lib/face.ts';
import { usePageTitle } from '../../lib/use-page-title.ts';
import { strings } from '../../strings/strings.ts';
import { type GroupRow, groupListOptions } from './groups.queries.ts';

const t = strings.groups;
/** Of these the last has no room on narrow screens. */
const TAGS_SHOWN = 3;

const COLUMNS: readonly TableColumn<GroupRow>[] = [
  {
    key: 'name',
    header: t.columns.name,
    primary: true,
    width: 'fill',
    cell: (row) => <GroupName row={row} />,
  },
  { key: 'permissions', header: t.columns.permissions, width: 430, cell: (row) => <Permissions row={row} /> },
  { key: 'members', header: t.columns.members, width: 130, cell: (row) => <Members row={row} /> },
];

function GroupName({ row }: { row: GroupRow }) {
  return (
    <span className="flex min-w-0 flex-col py-1.5">
      <span className="flex items-center gap-1.5">
        <span className="truncate">{row.name}</span>
        {row.key ? (
          <Tag icon="lock" title={t.builtInTitle}>
            {t.builtIn}
          </Tag>
        ) : null}
      </span>
      <span className="truncate text-xs font-normal text-text-3">{row.purpose}</span>
    </span>
  );
}

function Permissions({ row }: { row: GroupRow }) {
  const labels = grantLabels(row.grants);
  if (labels.length === 0) return <span className="text-text-3">{t.noPermissions}</span>;
  return (
    <span
      className="inline-flex items-center gap-1 whitespace-nowrap max-lg:flex-wrap xl:min-w-100"
      title={labels.join(', ')}
    >
      {labels.slice(0, TAGS_SHOWN).map((label, index) => (
        <span key={label} className={index === TAGS_SHOWN - 1 ? 'inline-flex max-lg:hidden' : 'inline-flex'}>
          <Tag>{label}</Tag>
        </span>
      ))}
      <Rest count={labels.length - TAGS_SHOWN} className="max-lg:hidden" />
      <Rest count={labels.length - TAGS_SHOWN + 1} className="lg:hidden" />
    </span>
  );
}

/** How many permissions there was no room for. */
function Rest({ count, className }: { count: number; className: string }) {
  return count > 0 ? <span className={`text-xs text-text-3 ${className}`}>+{count}</span> : null;
}

function Members({ row }: { row: GroupRow }) {
  if (row.memberCount === 0)
    return <span className="inline-block text-text-3 xl:min-w-23">{t.noMembers}</span>;
  return (
    <span className="inline-flex items-center gap-2 xl:min-w-23">
      <AvatarStack people={row.members.slice(0, 4).map(faceOf)} />
      <span className="text-xs text-text-2">{row.memberCount}</span>
    </span>
  );
}

/** Named bundles of permissions, for staff and for customers. */
export function GroupsPage() {
  usePageTitle(t.title);
  const managesUsers = canManageUsers(useCurrentUser());
  const list = useQuery(groupListOptions);
  const rows = list.data?.rows ?? [];
  const section = (audience: 'STAFF' | 'CUSTOMER') => rows.filter((row) => row.grants.audience === audience);
  if (list.error && !list.data)
    return (
      <StaffPage crumbs={[{ label: t.title }]}>
        <PageHeading>{t.title}</PageHeading>
        <Failure error={list.error} onRetry={() => void list.refetch()} />
      </StaffPage>
    );
  return (
    <StaffPage
      crumbs={[{ label: t.title }]}
      actions={
        <Button variant="primary" icon="plus" href="/groups/new">
          {t.newGroup}
        </Button>
      }
    >
      <PageHeading>{t.title}</PageHeading>
      <div className="flex flex-col gap-7">
        {managesUsers ? (
          <Section
            loading={list.isPending}
            title={t.staff}
            note={t.staffNote}
            rows={section('STAFF')}
            empty={t.emptyStaff}
            skeletonRows={7}
          />
        ) : null}
        <Section
          loading={list.isPending}
          title={t.customers}
          note={t.customersNote}
          rows={section('CUSTOMER')}
          empty={t.emptyCustomers}
          skeletonRows={4}
        />
      </div>
    </StaffPage>
  );
}

function Section({
  title,
  note,
  rows,
  empty,
  ...state
}: {
  title: string;
  note: string;
  rows: readonly GroupRow[];
  empty: string;
  loading: boolean;
  skeletonRows: number;
}) {
  return (
    <section>
      <SectionHeader
        title={
          <span className="inline-flex items-center gap-1.5">
            <Icon name="layers" size={14} className="text-icon" />
            {title}
          </span>
        }
        count={state.loading ? undefined : rows.length}
        actions={<span className="text-xs text-text-3 max-sm:hidden">{note}</span>}
      />
      <Card>
        <DataTable
          label={title}
          inCard
          columns={COLUMNS}
          rows={rows}
          rowKey={(row) => row.id}
          rowName={(row) => row.name}
          onRowHref={(row) => `/groups/${row.id}`}
          empty={<EmptyState icon="layers" title={empty} />}
          {...state}
        />
      </Card>
    </section>
  );
}
