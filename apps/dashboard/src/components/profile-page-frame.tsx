import { StaffPage } from '@sallyport/ui';
import type { ReactNode } from 'react';
import { usePageTitle } from '../lib/use-page-title.ts';
import { strings } from '../strings/strings.ts';
import { PageHeading } from './page-heading.tsx';
import { type ProfileTab, ProfileTabs } from './profile-tabs.tsx';

const t = strings.profile;

/** A page of one's own account beside its details: the way here, the tabs, what it is called. */
export function ProfilePageFrame({
  tab,
  actions,
  children,
}: {
  tab: Exclude<ProfileTab, 'details'>;
  actions?: ReactNode;
  children: ReactNode;
}) {
  usePageTitle(`${t.tabs[tab]}, ${t.title}`);
  return (
    <StaffPage
      crumbs={[{ label: t.title, href: '/profile' }, { label: t.tabs[tab] }]}
      tabs={<ProfileTabs current={tab} />}
      actions={actions}
    >
      <PageHeading>{t.tabs[tab]}</PageHeading>
      {children}
    </StaffPage>
  );
}
