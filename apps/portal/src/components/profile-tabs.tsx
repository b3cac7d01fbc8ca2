import { Tabs } from '@sallyport/ui';
import { strings } from '../strings/strings.ts';

const t = strings.profile.tabs;

type ProfileTab = 'details' | 'security' | 'activity' | 'preferences';

const TABS: readonly ProfileTab[] = ['details', 'security', 'activity', 'preferences'];

/** Ways between the pages of one's own account. */
export function ProfileTabs({ current }: { current: ProfileTab }) {
  return (
    <div className="mb-5">
      <Tabs
        label={t.label}
        tabs={TABS.map((tab) => ({
          href: tab === 'details' ? '/profile' : `/profile/${tab}`,
          label: t[tab],
          current: tab === current,
        }))}
      />
    </div>
  );
}
