import { useQueries, useQuery } from '@tanstack/react-query';
import { endsWithin } from '../../lib/days.ts';
import { type Outputs, trpc } from '../../lib/trpc.ts';

const SOON_DAYS = 14;
const PAGE = 100;
const GROUPS_LOOKED_AT = 30;

type UserRow = Outputs['users']['listUsers']['rows'][number];
type Member = Outputs['groups']['getGroup']['members'][number];

export interface Attention {
  isPending: boolean;
  error: unknown;
  retry: () => void;
  invited: readonly UserRow[];
  invitedTotal: number;
  endingAccounts: readonly UserRow[];
  endingMemberships: readonly { groupId: string; groupName: string; member: Member }[];
  /** The one Admin who can sign in, when there is exactly one. */
  onlyAdmin: UserRow | null;
  userCount: number;
}

/** What waits for whoever manages users, from what the lists of users and groups say. */
export function useAttention(): Attention {
  const invited = useQuery(
    trpc.users.listUsers.queryOptions({
      status: ['INVITED'],
      sort: { field: 'createdAt', direction: 'asc' },
      limit: 5,
    }),
  );
  const active = useQuery(trpc.users.listUsers.queryOptions({ status: ['ACTIVE'], limit: PAGE }));
  const admins = useQuery(trpc.users.listUsers.queryOptions({ status: ['ACTIVE'], isAdmin: true, limit: 2 }));
  const groups = useQuery(trpc.groups.listGroups.queryOptions());
  const withMembers = (groups.data?.rows ?? []).filter(
    (group) => group.grants.audience === 'STAFF' && group.memberCount > 0,
  );
  const details = useQueries({
    queries: withMembers
      .slice(0, GROUPS_LOOKED_AT)
      .map((group) => trpc.groups.getGroup.queryOptions({ groupId: group.id })),
  });
  const asked = [invited, active, admins, groups];
  return {
    isPending: asked.some((query) => query.isPending) || details.some((query) => query.isPending),
    error: asked.find((query) => query.error)?.error ?? null,
    retry: () => {
      for (const query of asked) void query.refetch();
    },
    invited: invited.data?.rows ?? [],
    invitedTotal: invited.data?.total.count ?? 0,
    endingAccounts: (active.data?.rows ?? []).filter((user) => endsWithin(user.expiresAt, SOON_DAYS)),
    endingMemberships: details.flatMap(({ data }) =>
      (data?.members ?? [])
        .filter((member) => member.isActive && endsWithin(member.expiresAt, SOON_DAYS))
        .map((member) => ({ groupId: data?.id ?? '', groupName: data?.name ?? '', member })),
    ),
    onlyAdmin: admins.data?.total.count === 1 ? (admins.data.rows[0] ?? null) : null,
    userCount: active.data?.total.count ?? 0,
  };
}
