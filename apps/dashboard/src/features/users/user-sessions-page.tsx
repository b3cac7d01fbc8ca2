import { SkeletonShape } from '@sallyport/ui';
import { useQuery } from '@tanstack/react-query';
import { SessionsTab } from '../../components/accounts/sessions-tab.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { trpc } from '../../lib/trpc.ts';
import { useUserAccount, useUserControls } from './use-user-account.ts';
import { UserScreen } from './user-frame.tsx';
import type { UserDetail } from './users.queries.ts';

/** Where a user is signed in. */
export function UserSessionsPage({ userId }: { userId: string }) {
  return (
    <UserScreen userId={userId} tab="sessions">
      {(user) => <Sessions user={user} />}
    </UserScreen>
  );
}

function Sessions({ user }: { user: UserDetail }) {
  const controls = useUserControls(user.id);
  const account = useUserAccount(user);
  const sessions = useQuery(trpc.users.listSessions.queryOptions({ userId: user.id }));
  return (
    <QueryView query={controls} skeleton={<SkeletonShape shape="list" rows={3} />}>
      {(data) => <SessionsTab account={account(data)} sessions={sessions} />}
    </QueryView>
  );
}
