import { Card, SectionHeader, SkeletonShape, StaffPage, Tag } from '@sallyport/ui';
import { useQuery } from '@tanstack/react-query';
import { HeldPermissions } from '../../components/held-permissions.tsx';
import { MembershipsTable } from '../../components/memberships-table.tsx';
import { PersonTitle } from '../../components/person-title.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { type Outputs, trpc } from '../../lib/trpc.ts';
import { usePageTitle } from '../../lib/use-page-title.ts';
import { strings } from '../../strings/strings.ts';
import { AppearanceCard } from './appearance-card.tsx';
import { DetailsForm } from './details-form.tsx';
import { PasswordCard } from './password-card.tsx';
import { SessionCard } from './session-card.tsx';

const t = strings.profile;

/** One's own account: details, password, what one may do and why. */
export function ProfilePage() {
  usePageTitle(t.title);
  const profile = useQuery(trpc.profile.getProfile.queryOptions());
  return (
    <StaffPage crumbs={[{ label: t.title }]}>
      <QueryView query={profile} skeleton={<SkeletonShape shape="form" rows={4} />}>
        {(data) => <ProfileBody profile={data} />}
      </QueryView>
    </StaffPage>
  );
}

function ProfileBody({ profile }: { profile: Outputs['profile']['getProfile'] }) {
  return (
    <>
      <PersonTitle
        id={profile.id}
        name={profile.displayName}
        tags={profile.isAdmin ? <Tag icon="shield-check">{strings.shell.admin}</Tag> : null}
        subtitle={[profile.title, profile.email].filter(Boolean).join(' · ')}
      />
      <div className="mt-6 grid items-start gap-x-8 gap-y-7 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="flex min-w-0 flex-col gap-7">
          <Card title={t.details} padded>
            <DetailsForm key={profile.version} profile={profile} />
          </Card>
          <section>
            <SectionHeader title={t.access} />
            <HeldPermissions
              holds={profile.holds}
              memberships={profile.memberships}
              isAdmin={profile.isAdmin}
              emptyTitle={t.accessNone}
              emptyBody={t.accessNoneBody}
            />
          </section>
          <section>
            <SectionHeader title={t.groups} count={profile.memberships.length} />
            <MembershipsTable
              label={t.groups}
              memberships={profile.memberships}
              emptyTitle={t.noGroups}
              emptyBody={profile.isAdmin ? '' : t.noGroupsBody}
            />
          </section>
        </div>
        <div className="flex flex-col gap-4">
          <PasswordCard profile={profile} />
          <SessionCard lastSignInAt={profile.lastSignInAt} createdAt={profile.createdAt} />
          <AppearanceCard />
        </div>
      </div>
    </>
  );
}
