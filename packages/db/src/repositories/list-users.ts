import type { LastSignInFilter, ShownStatus, UserSort } from '@sallyport/contracts/staff';
import type { Tx } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import { countUpTo, type Keyset, keysetPage } from '../keyset/keyset.ts';
import { containing, type ListPage } from './list-page.ts';
import type { PersonRecord } from './user-record.ts';

export interface UserListRecord extends PersonRecord {
  email: string;
  username: string | null;
  status: ShownStatus;
  isAdmin: boolean;
  hasFactor: boolean;
  groups: { id: string; name: string }[];
  lastSignInAt: Date | null;
  expiresAt: Date | null;
  createdAt: Date;
}

export interface UserFilter {
  search: string;
  status: readonly ShownStatus[];
  groupId?: string | undefined;
  isAdmin?: boolean | undefined;
  hasFactor?: boolean | undefined;
  lastSignIn?: LastSignInFilter | undefined;
  sort: { field: UserSort; direction: 'asc' | 'desc' };
  cursor?: string | undefined;
  limit: number;
}

const KEYSET: Keyset<UserSort> = {
  columns: {
    displayName: { sql: Prisma.sql`a.display_name`, type: 'text' },
    email: { sql: Prisma.sql`a.email`, type: 'text' },
    lastSignInAt: { sql: Prisma.sql`a.last_sign_in_at`, type: 'timestamptz', isNullable: true },
    createdAt: { sql: Prisma.sql`a.created_at`, type: 'timestamptz' },
  },
  id: { sql: Prisma.sql`a.id`, type: 'uuid' },
};

/** A7, A17: an end that has passed and a suspension show, unless the account is out of use anyway. Account as `a`. */
export const SHOWN_STATUS = Prisma.sql`case when a.status not in ('INVITED', 'ACTIVE') then a.status
  when a.suspended_at is not null then 'SUSPENDED' when a.expires_at <= app.now() then 'EXPIRED' else a.status end`;

/** S5: a second factor is enrolled. Account as `a`. */
export const HAS_FACTOR = Prisma.sql`(exists (select from totp_factor hf where hf.account_id = a.id
  and hf.confirmed_at is not null) or exists (select from passkey hk where hk.account_id = a.id))`;

const COLUMNS = Prisma.sql`a.id, a.display_name as "displayName", a.title, a.photo_file_id as photo, a.email, a.username,
  ${SHOWN_STATUS} as status, a.is_admin as "isAdmin", ${HAS_FACTOR} as "hasFactor", a.last_sign_in_at as "lastSignInAt",
  a.expires_at as "expiresAt", a.created_at as "createdAt", ${groupsJson()} as groups`;

/** One page of accounts with their groups, and how many match: two statements. @throws InvalidCursor */
export async function listUsers(
  tx: Tx,
  filter: UserFilter,
  visible: Prisma.Sql,
): Promise<ListPage<UserListRecord>> {
  const from = Prisma.sql`account a`;
  const where = [visible, ...matches(filter)];
  const { sort, cursor, limit } = filter;
  const page = await keysetPage<UserListRecord, UserSort>(tx, KEYSET, {
    select: COLUMNS,
    from,
    where,
    sort,
    cursor,
    limit,
  });
  return { ...page, total: await countUpTo(tx, { from, where }) };
}

function matches({ search, status, groupId, isAdmin, hasFactor, lastSignIn }: UserFilter): Prisma.Sql[] {
  const parts: Prisma.Sql[] = [];
  if (search !== '') {
    const term = containing(search);
    parts.push(Prisma.sql`a.display_name ilike ${term} or a.email ilike ${term} or a.username ilike ${term}`);
  }
  // Who was anonymised is listed only when asked for.
  parts.push(
    status.length > 0
      ? Prisma.sql`(${SHOWN_STATUS}) in (${Prisma.join([...status])})`
      : Prisma.sql`a.status <> 'ANONYMISED'`,
  );
  if (groupId !== undefined) {
    parts.push(
      Prisma.sql`exists (select from membership m where m.account_id = a.id and m.group_id = ${groupId}::uuid)`,
    );
  }
  if (isAdmin !== undefined) parts.push(Prisma.sql`a.is_admin = ${isAdmin}`);
  if (hasFactor !== undefined) parts.push(Prisma.sql`(${HAS_FACTOR}) = ${hasFactor}`);
  if (lastSignIn !== undefined) parts.push(signedIn(lastSignIn));
  return parts;
}

function signedIn(last: LastSignInFilter): Prisma.Sql {
  if (last.is === 'never') return Prisma.sql`a.last_sign_in_at is null`;
  return last.is === 'before'
    ? Prisma.sql`a.last_sign_in_at < ${last.at}::timestamptz`
    : Prisma.sql`a.last_sign_in_at >= ${last.at}::timestamptz`;
}

function groupsJson(): Prisma.Sql {
  return Prisma.sql`(select coalesce(jsonb_agg(jsonb_build_object('id', g.id, 'name', g.name) order by g.name, g.id),
    '[]') from membership m join access_group g on g.id = m.group_id where m.account_id = a.id)`;
}
