import type { UserMembership } from '@sallyport/contracts/staff';
import { Card, DataTable, DateText, EmptyState, type TableColumn } from '@sallyport/ui';
import type { z } from 'zod';
import { canSeeGroups } from '../lib/abilities.ts';
import { useCurrentUser } from '../lib/current-user.ts';
import { strings } from '../strings/strings.ts';
import { ExpiryText } from './expiry-text.tsx';

const t = strings.users.detail;
type Membership = z.infer<typeof UserMembership>;

const COLUMNS: readonly TableColumn<Membership>[] = [
  { key: 'group', header: t.group, primary: true, cell: (row) => row.groupName },
  { key: 'since', header: t.since, width: 110, cell: (row) => <DateText at={row.grantedAt} /> },
  {
    key: 'by',
    header: t.by,
    width: 150,
    cell: (row) => <span className="text-text-2">{row.grantedBy?.displayName ?? t.firstStart}</span>,
  },
  {
    key: 'reason',
    header: t.reason,
    width: 'fill',
    cell: (row) => <span className="text-text-2">{row.reason}</span>,
  },
  { key: 'expires', header: t.expires, width: 120, cell: (row) => <ExpiryText at={row.expiresAt} /> },
];

/** The groups a person is in: since when, by whom, why, until when. */
export function MembershipsTable({
  label,
  memberships,
  emptyTitle,
  emptyBody,
}: {
  label: string;
  memberships: readonly Membership[];
  emptyTitle: string;
  emptyBody?: string;
}) {
  const linksGroups = canSeeGroups(useCurrentUser());
  return (
    <Card>
      <DataTable
        label={label}
        inCard
        density="compact"
        columns={COLUMNS}
        rows={memberships}
        rowKey={(row) => row.groupId}
        rowName={(row) => row.groupName}
        onRowHref={linksGroups ? (row) => `/groups/${row.groupId}` : undefined}
        empty={<EmptyState icon="layers" title={emptyTitle} body={emptyBody} />}
      />
    </Card>
  );
}
