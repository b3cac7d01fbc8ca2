import { Card, KeyValueList, Notice, SectionHeader, SkeletonShape, StaffPage, Tag } from '@sallyport/ui';
import { useQuery } from '@tanstack/react-query';
import { HeldPermissions } from '../../components/held-permissions.tsx';
import { MembershipsTable } from '../../components/memberships-table.tsx';
import { PersonStatus } from '../../components/person-status.tsx';
import { PersonTitle } from '../../components/person-title.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { usePageTitle } from '../../lib/use-page-title.ts';
import { strings } from '../../strings/strings.ts';
import { UserActions } from './user-actions.tsx';
import { userFacts } from './user-facts.tsx';
import { type UserDetail, userOptions } from './users.queries.ts';

const t = strings.users;

/** One user: who, what they may do and why, which groups, what can be done. */
export function UserPage({ userId }: { userId: string }) {
  const user = useQuery(userOptions(userId));
  usePageTitle(user.data?.displayName ?? t.title);
  return (
    <StaffPage crumbs={[{ label: t.title, href: '/users' }, { label: user.data?.displayName ?? '…' }]}>
      <QueryView query={user} skeleton={<SkeletonShape shape="cards" rows={4} />}>
        {(data) => <UserBody user={data} />}
      </QueryView>
    </StaffPage>
  );
}

function UserBody({ user }: { user: UserDetail }) {
  return (
    <>
      <PersonTitle
        id={user.id}
        photo={user.photo}
        name={user.displayName}
        tags={
          <>
            <PersonStatus status={user.status} />
            {user.isAdmin ? <Tag icon="shield-check">{t.admin}</Tag> : null}
          </>
        }
        subtitle={[user.title, user.email].filter(Boolean).join(' · ')}
        actions={<UserActions user={user} />}
      />
      {user.abilities.limit ? (
        <div className="mt-4">
          <Notice icon="lock" title={t.detail.limitTitle}>
            {user.abilities.limit}
          </Notice>
        </div>
      ) : null}
      <div className="mt-6 grid items-start gap-x-8 gap-y-7 xl:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex min-w-0 flex-col gap-7">
          <section>
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
          <section>
            <SectionHeader title={t.detail.groups} count={user.memberships.length} />
            <MembershipsTable
              label={t.detail.groups}
              memberships={user.memberships}
              emptyTitle={t.detail.noGroups}
            />
          </section>
        </div>
        <Card title={t.detail.account} padded>
          <KeyValueList items={userFacts(user)} />
        </Card>
      </div>
    </>
  );
}
