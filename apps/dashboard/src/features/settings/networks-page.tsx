import { StaffPage } from '@sallyport/ui';
import { NetworksEditor } from '../../components/networks-editor.tsx';
import { PageHeading } from '../../components/page-heading.tsx';
import { SettingsTabs } from '../../components/settings-tabs.tsx';
import { usePageTitle } from '../../lib/use-page-title.ts';
import { strings } from '../../strings/strings.ts';

const t = strings.settings;

/** From where the two doors may be reached. */
export function NetworksPage() {
  usePageTitle(t.tabs.networks);
  return (
    <StaffPage
      crumbs={[{ label: t.title, href: '/settings' }, { label: t.tabs.networks }]}
      tabs={<SettingsTabs current="networks" />}
    >
      <PageHeading>{t.tabs.networks}</PageHeading>
      <div className="flex max-w-[52rem] flex-col gap-4">
        <p className="max-w-[42rem] text-text-2">{t.networks.intro}</p>
        <NetworksEditor place={{ level: 'STAFF' }} title={t.networks.staff} />
        <NetworksEditor place={{ level: 'CUSTOMERS' }} title={t.networks.customers} />
        <p className="text-xs text-text-3">{t.networks.wayBack}</p>
      </div>
    </StaffPage>
  );
}
