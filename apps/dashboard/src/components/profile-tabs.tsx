import { Tabs } from '@sallyport/ui';
import { strings } from '../strings/strings.ts';

const t = strings.profile.tabs;

/** The pages of one's own account. */
export type ProfileTab = 'details' | 'security' | 'access' | 'tokens' | 'activity' | 'preferences';

const TABS: readonly ProfileTab[] = ['details', 'security', 'access', 'tokens', 'activity', 'preferences'];

/** Ways between the pages of one's own account. */
export function ProfileTabs({ current }: { current: ProfileTab }) {
  return (
    <Tabs
      label={t.label}
      tabs={TABS.map((tab) => ({
        href: tab === 'details' ? '/profile' : `/profile/${tab}`,
        label: t[tab],
        current: tab === current,
      }))}
    />
  );
}
