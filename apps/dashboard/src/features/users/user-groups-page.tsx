import { MembershipsTable } from '../../components/memberships-table.tsx';
import { strings } from '../../strings/strings.ts';
import { UserScreen } from './user-frame.tsx';

const t = strings.users.detail;

/** In which groups somebody is, since when, by whom and why. */
export function UserGroupsPage({ userId }: { userId: string }) {
  return (
    <UserScreen userId={userId} tab="groups">
      {(user) => <MembershipsTable label={t.groups} memberships={user.memberships} emptyTitle={t.noGroups} />}
    </UserScreen>
  );
}
