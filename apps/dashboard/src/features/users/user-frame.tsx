import { hasCode } from '@sallyport/forms';
import { Notice, SkeletonShape, StaffPage, Tabs, Tag } from '@sallyport/ui';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { PageHeading } from '../../components/page-heading.tsx';
import { PersonStatus } from '../../components/person-status.tsx';
import { PersonTitle } from '../../components/person-title.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { usePageTitle } from '../../lib/use-page-title.ts';
import { strings } from '../../strings/strings.ts';
import { UserActions } from './user-actions.tsx';
import { type UserDetail, userOptions } from './users.queries.ts';

const t = strings.users;
const a = strings.accounts;
export type UserTab = keyof typeof a.tabs;
const TABS: readonly UserTab[] = ['profile', 'groups', 'sessions', 'activity', 'security', 'danger'];

function hrefOf(userId: string, tab: UserTab): string {
  return tab === 'profile' ? `/users/${userId}` : `/users/${userId}/${tab}`;
}

/** Asks for a user; the screen of a tab is drawn once they are there. */
export function UserScreen({
  userId,
  tab,
  children,
}: {
  userId: string;
  tab: UserTab;
  children: (user: UserDetail) => ReactNode;
}) {
  const user = useQuery(userOptions(userId));
  const name = user.data?.displayName;
  usePageTitle(name === undefined ? t.title : tab === 'profile' ? name : `${a.tabs[tab]}, ${name}`);
  return (
    <StaffPage
      crumbs={[
        { label: t.title, href: '/users' },
        { label: name ?? '…', ...(tab === 'profile' ? {} : { href: hrefOf(userId, 'profile') }) },
        ...(tab === 'profile' ? [] : [{ label: a.tabs[tab] }]),
      ]}
      tabs={
        user.error ? undefined : (
          <Tabs
            label={a.tabsLabel}
            tabs={TABS.map((key) => ({
              href: hrefOf(userId, key),
              label: a.tabs[key],
              count: key === 'groups' ? user.data?.memberships.length : undefined,
              current: key === tab,
            }))}
          />
        )
      }
    >
      {user.data || hasCode(user.error, 'NOT_FOUND') ? null : <PageHeading>{t.title}</PageHeading>}
      <QueryView query={user} skeleton={<SkeletonShape shape="cards" rows={4} />}>
        {(data) => (
          <>
            <UserTitle user={data} />
            <div className="mt-6">{children(data)}</div>
          </>
        )}
      </QueryView>
    </StaffPage>
  );
}

function UserTitle({ user }: { user: UserDetail }) {
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
    </>
  );
}
