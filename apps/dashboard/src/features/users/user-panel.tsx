import { Button, KeyValueList, SectionHeader, SidePanel, SkeletonShape, Tag } from '@sallyport/ui';
import { useQuery } from '@tanstack/react-query';
import { HeldPermissions } from '../../components/held-permissions.tsx';
import { PersonStatus } from '../../components/person-status.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { strings } from '../../strings/strings.ts';
import { UserActions } from './user-actions.tsx';
import { userFacts } from './user-facts.tsx';
import { type UserDetail, userOptions } from './users.queries.ts';

const t = strings.users;

/** A user beside the list, which keeps its place. */
export function UserPanel({
  userId,
  ...walk
}: {
  userId: string;
  position: string | undefined;
  onPrev: (() => void) | undefined;
  onNext: (() => void) | undefined;
  onClose: () => void;
}) {
  const user = useQuery(userOptions(userId));
  return (
    <SidePanel
      {...walk}
      title={user.data?.displayName ?? (user.error ? strings.common.failedTitle : strings.shell.loading)}
      href={`/users/${userId}`}
      meta={user.data ? <PanelMeta user={user.data} /> : null}
      footer={user.data ? <UserActions user={user.data} isCompact /> : null}
    >
      <QueryView query={user} skeleton={<SkeletonShape shape="text" rows={10} />}>
        {(data) => <PanelBody user={data} />}
      </QueryView>
    </SidePanel>
  );
}

function PanelMeta({ user }: { user: UserDetail }) {
  return (
    <>
      <PersonStatus status={user.status} />
      {user.isAdmin ? <Tag icon="shield-check">{t.admin}</Tag> : null}
      {user.title ? <span className="text-text-2">{user.title}</span> : null}
    </>
  );
}

function PanelBody({ user }: { user: UserDetail }) {
  return (
    <div className="flex flex-col items-stretch gap-5">
      <KeyValueList items={userFacts(user)} />
      <section>
        <SectionHeader level={3} title={t.detail.groups} count={user.memberships.length} />
        <div className="flex flex-wrap gap-1.5">
          {user.memberships.length === 0 ? <span className="text-text-3">{t.detail.noGroups}</span> : null}
          {user.memberships.map((membership) => (
            <Tag
              key={membership.groupId}
              icon={membership.expiresAt ? 'hourglass' : 'layers'}
              title={membership.reason}
            >
              {membership.groupName}
            </Tag>
          ))}
        </div>
      </section>
      <section>
        <SectionHeader level={3} title={t.detail.mayDo} />
        <HeldPermissions
          startsClosed
          holds={user.holds}
          memberships={user.memberships}
          isAdmin={user.isAdmin}
          emptyTitle={t.detail.mayDoNothing}
          emptyBody={t.detail.mayDoNothingBody}
        />
      </section>
      <Button className="self-start" size="sm" href={`/users/${user.id}`} iconEnd="arrow-right">
        {t.detail.open}
      </Button>
    </div>
  );
}
