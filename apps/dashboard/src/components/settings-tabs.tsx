import { Tabs } from '@sallyport/ui';
import { canSeeSignIns } from '../lib/abilities.ts';
import { useCurrentUser } from '../lib/current-user.ts';
import { useOpenAlerts } from '../lib/use-open-alerts.ts';
import { strings } from '../strings/strings.ts';

const t = strings.settings.tabs;

export type SettingsTab = 'security' | 'networks' | 'mail' | 'activity' | 'alerts';

const OF_ADMINS: readonly SettingsTab[] = ['security', 'networks', 'mail'];
const OF_MANAGERS: readonly SettingsTab[] = ['activity', 'alerts'];

/** Ways between the settings that the viewer may open. */
export function SettingsTabs({ current }: { current: SettingsTab }) {
  const viewer = useCurrentUser();
  const openAlerts = useOpenAlerts();
  const tabs = [...(viewer.user.isAdmin ? OF_ADMINS : []), ...(canSeeSignIns(viewer) ? OF_MANAGERS : [])];
  return (
    <Tabs
      label={t.label}
      tabs={tabs.map((tab) => ({
        href: `/settings/${tab}`,
        label: t[tab],
        count: tab === 'alerts' && openAlerts > 0 ? openAlerts : undefined,
        current: tab === current,
      }))}
    />
  );
}
