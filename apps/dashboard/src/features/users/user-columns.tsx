import { Avatar, RelativeTime, type TableColumn, Tag } from '@sallyport/ui';
import { ExpiryText } from '../../components/expiry-text.tsx';
import { PersonStatus } from '../../components/person-status.tsx';
import { faceOf } from '../../lib/face.ts';
import { strings } from '../../strings/strings.ts';
import type { UserRow } from './users.queries.ts';

const t = strings.users;
const GROUPS_SHOWN = 2;

function UserName({ row }: { row: UserRow }) {
  return (
    <span className="flex min-w-0 items-center gap-2">
      <Avatar {...faceOf(row)} decorative />
      <span className="truncate">{row.displayName}</span>
      {row.isAdmin ? <Tag icon="shield-check">{t.admin}</Tag> : null}
      {row.hasFactor || row.status !== 'ACTIVE' ? null : (
        <Tag icon="fingerprint" tone="caution" title={t.noFactor}>
          {t.noFactorShort}
        </Tag>
      )}
      {row.title ? (
        <span className="min-w-0 flex-1 basis-0 truncate font-normal text-text-3">{row.title}</span>
      ) : null}
    </span>
  );
}

function GroupTags({ row }: { row: UserRow }) {
  const rest = row.groups.length - GROUPS_SHOWN;
  if (row.groups.length === 0)
    return (
      <span className="text-text-3" data-blank="">
        –
      </span>
    );
  return (
    <span className="inline-flex items-center gap-1" title={row.groups.map((group) => group.name).join(', ')}>
      {row.groups.slice(0, GROUPS_SHOWN).map((group) => (
        <Tag key={group.id}>{group.name}</Tag>
      ))}
      {rest > 0 ? <span className="text-xs text-text-3">+{rest}</span> : null}
    </span>
  );
}

const NAME: TableColumn<UserRow> = {
  key: 'name',
  header: t.columns.name,
  sortKey: 'displayName',
  primary: true,
  width: 'fill',
  cell: (row) => <UserName row={row} />,
};
const STATUS: TableColumn<UserRow> = {
  key: 'status',
  header: t.columns.status,
  width: 104,
  cell: (row) => <PersonStatus plain status={row.status} />,
};
const EMAIL: TableColumn<UserRow> = {
  key: 'email',
  header: t.columns.email,
  sortKey: 'email',
  width: 270,
  cell: (row) => <span className="text-text-2">{row.email}</span>,
};
const GROUPS: TableColumn<UserRow> = {
  key: 'groups',
  header: t.columns.groups,
  width: 250,
  cell: (row) => <GroupTags row={row} />,
};
const LAST: TableColumn<UserRow> = {
  key: 'lastSignInAt',
  header: t.columns.lastSignIn,
  sortKey: 'lastSignInAt',
  width: 118,
  align: 'end',
  cell: (row) => <RelativeTime at={row.lastSignInAt} fallback={t.neverSignedIn} />,
};
const ENDS: TableColumn<UserRow> = {
  key: 'ends',
  header: t.columns.ends,
  width: 126,
  wideOnly: true,
  cell: (row) => <ExpiryText at={row.expiresAt} fallback="–" />,
};

/** With the panel open there is room for the essentials alone. */
export function userColumns(isPanelOpen: boolean): readonly TableColumn<UserRow>[] {
  return isPanelOpen ? [NAME, STATUS, LAST] : [NAME, STATUS, EMAIL, GROUPS, ENDS, LAST];
}
