import { SkeletonShape } from '@sallyport/ui';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { DangerTab } from '../../components/accounts/danger-tab.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { trpc } from '../../lib/trpc.ts';
import { useUserAccount, useUserControls } from './use-user-account.ts';
import { UserScreen } from './user-frame.tsx';
import type { UserDetail } from './users.queries.ts';

/** Stopping, leaving and removing a user. */
export function UserDangerPage({ userId }: { userId: string }) {
  return (
    <UserScreen userId={userId} tab="danger">
      {(user) => <Danger user={user} />}
    </UserScreen>
  );
}

function Danger({ user }: { user: UserDetail }) {
  const navigate = useNavigate();
  const controls = useUserControls(user.id);
  const account = useUserAccount(user);
  const removal = useQuery(trpc.users.previewUserRemoval.queryOptions({ userId: user.id }));
  return (
    <QueryView query={controls} skeleton={<SkeletonShape shape="cards" rows={3} />}>
      {(data) => (
        <DangerTab account={account(data)} removal={removal} onGone={() => void navigate({ to: '/users' })} />
      )}
    </QueryView>
  );
}
