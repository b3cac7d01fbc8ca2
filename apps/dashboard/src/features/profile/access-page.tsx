import { SectionHeader, SkeletonShape } from '@sallyport/ui';
import { useQuery } from '@tanstack/react-query';
import { HeldPermissions } from '../../components/held-permissions.tsx';
import { MembershipsTable } from '../../components/memberships-table.tsx';
import { ProfilePageFrame } from '../../components/profile-page-frame.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { trpc } from '../../lib/trpc.ts';
import { strings } from '../../strings/strings.ts';

const t = strings.profile;

/** What one may do, and which groups give it. */
export function AccessPage() {
  const profile = useQuery(trpc.profile.getProfile.queryOptions());
  return (
    <ProfilePageFrame tab="access">
      <QueryView query={profile} skeleton={<SkeletonShape shape="text" rows={8} />}>
        {({ holds, memberships, isAdmin }) => (
          <div className="flex max-w-4xl flex-col gap-7">
            <section>
              <SectionHeader title={t.access} />
              <HeldPermissions
                holds={holds}
                memberships={memberships}
                isAdmin={isAdmin}
                emptyTitle={t.accessNone}
                emptyBody={t.accessNoneBody}
              />
            </section>
            <section>
              <SectionHeader title={t.groups} count={memberships.length} />
              <MembershipsTable
                label={t.groups}
                memberships={memberships}
                emptyTitle={t.noGroups}
                emptyBody={isAdmin ? '' : t.noGroupsBody}
              />
            </section>
          </div>
        )}
      </QueryView>
    </ProfilePageFrame>
  );
}
