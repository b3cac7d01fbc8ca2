import { Card, KeyValueList, SectionHeader } from '@sallyport/ui';
import { HeldPermissions } from '../../components/held-permissions.tsx';
import { strings } from '../../strings/strings.ts';
import { userFacts } from './user-facts.tsx';
import { UserScreen } from './user-frame.tsx';

const t = strings.users;

/** One user: who, and what they may do and why. */
export function UserPage({ userId }: { userId: string }) {
  return (
    <UserScreen userId={userId} tab="profile">
      {(user) => (
        <div className="grid items-start gap-x-8 gap-y-7 xl:grid-cols-[minmax(0,1fr)_20rem]">
          <section className="min-w-0">
            <SectionHeader title={t.detail.mayDo} />
            <HeldPermissions
              showMissing
              holds={user.holds}
              memberships={user.memberships}
              isAdmin={user.isAdmin}
              emptyTitle={t.detail.mayDoNothing}
              emptyBody={t.detail.mayDoNothingBody}
            />
          </section>
          <Card title={t.detail.account} padded>
            <KeyValueList items={userFacts(user)} />
          </Card>
        </div>
      )}
    </UserScreen>
  );
}
