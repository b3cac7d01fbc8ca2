import {
  Avatar,
  Button,
  Card,
  SectionHeader,
  SkeletonShape,
  StaffPage,
  Tag,
  useStrings,
} from '@sallyport/ui';
import { useQuery } from '@tanstack/react-query';
import { HeldPermissions } from '../../components/held-permissions.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { type CurrentUser, canCreateProjects, canManageUsers } from '../../lib/abilities.ts';
import { useCurrentUser } from '../../lib/current-user.ts';
import { faceOf } from '../../lib/face.ts';
import { type Outputs, trpc } from '../../lib/trpc.ts';
import { usePageTitle } from '../../lib/use-page-title.ts';
import { strings } from '../../strings/strings.ts';
import { AttentionList } from './attention-list.tsx';
import { FailedSignIns } from './failed-sign-ins.tsx';
import { MyProjects } from './my-projects.tsx';

const t = strings.home;

/** Who you are, what needs you, what you work on, what you may do and why. */
export function HomePage() {
  usePageTitle(t.title);
  const current = useCurrentUser();
  const { locale } = useStrings();
  const profile = useQuery(trpc.profile.getProfile.queryOptions());
  const managesUsers = canManageUsers(current);
  const plansProjects = canCreateProjects(current);
  const today = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long' }).format(
    new Date(),
  );
  return (
    <StaffPage
      crumbs={[{ label: t.title }]}
      actions={
        <>
          {managesUsers ? (
            <Button variant={plansProjects ? 'default' : 'primary'} icon="user-plus" href="/users/invite">
              {t.invite}
            </Button>
          ) : null}
          {plansProjects ? (
            <Button variant="primary" icon="plus" href="/projects/new">
              {strings.projects.newProject}
            </Button>
          ) : null}
        </>
      }
    >
      <FailedSignIns />
      <p className="text-xs text-text-2">{today}</p>
      <h1 className="text-xl leading-7 font-semibold">{t.greeting(current.user.displayName)}</h1>
      <div className="mt-5 grid items-start gap-x-9 gap-y-7 xl:grid-cols-[minmax(0,1fr)_18.5rem]">
        <div className="flex min-w-0 flex-col gap-7">
          {managesUsers ? <AttentionList /> : null}
          <MyProjects />
          <section>
            <SectionHeader title={t.mayDo} />
            <QueryView query={profile} skeleton={<SkeletonShape shape="list" rows={4} />}>
              {(data) => (
                <HeldPermissions
                  holds={data.holds}
                  memberships={data.memberships}
                  isAdmin={data.isAdmin}
                  emptyTitle={t.mayDoNothing}
                  emptyBody={t.mayDoNothingBody}
                />
              )}
            </QueryView>
          </section>
        </div>
        <IdentityCard current={current} profile={profile.data} />
      </div>
    </StaffPage>
  );
}

function IdentityCard({
  current,
  profile,
}: {
  current: CurrentUser;
  profile: Outputs['profile']['getProfile'] | undefined;
}) {
  const { user, firmName } = current;
  return (
    <Card label={strings.shell.nav.profile} padded>
      <div className="flex items-center gap-3">
        <Avatar {...faceOf(user)} size={36} decorative />
        <div className="min-w-0">
          <p className="truncate font-medium">{user.displayName}</p>
          <p className="line-clamp-2 text-xs text-text-3">
            {[user.title, firmName].filter(Boolean).join(', ')}
          </p>
        </div>
      </div>
      {user.isAdmin ? <p className="mt-3 text-text-2">{t.asAdmin}</p> : null}
      <h2 className="mt-4 mb-1.5 text-xs text-text-3">{t.yourGroups}</h2>
      {profile && profile.memberships.length === 0 ? <p className="text-text-2">{t.noGroups}</p> : null}
      <div className="flex flex-wrap gap-1.5">
        {profile?.memberships.map((membership) => (
          <Tag
            key={membership.groupId}
            icon={membership.expiresAt ? 'hourglass' : 'layers'}
            title={membership.reason}
          >
            {membership.groupName}
          </Tag>
        ))}
      </div>
      <div className="mt-4 flex flex-wrap gap-2">
        <Button size="sm" href="/profile">
          {strings.shell.nav.profile}
        </Button>
        {canManageUsers(current) ? null : (
          <Button size="sm" icon="search" href="/people">
            {t.people}
          </Button>
        )}
      </div>
    </Card>
  );
}
