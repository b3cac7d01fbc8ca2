import { SkeletonShape, StaffPage } from '@sallyport/ui';
import { useQuery } from '@tanstack/react-query';
import { PageHeading } from '../../components/page-heading.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { SettingsTabs } from '../../components/settings-tabs.tsx';
import { trpc } from '../../lib/trpc.ts';
import { usePageTitle } from '../../lib/use-page-title.ts';
import { strings } from '../../strings/strings.ts';
import { MailSettingsForm } from './mail-settings-form.tsx';

const t = strings.settings;

/** A13: through which server mail goes out. */
export function MailSettingsPage() {
  usePageTitle(t.tabs.mail);
  const settings = useQuery(trpc.mailSettings.get.queryOptions({}));
  return (
    <StaffPage
      crumbs={[{ label: t.title, href: '/settings' }, { label: t.tabs.mail }]}
      tabs={<SettingsTabs current="mail" />}
    >
      <PageHeading>{t.tabs.mail}</PageHeading>
      <p className="mt-1 mb-5 max-w-2xl text-text-2">{strings.mail.subtitle}</p>
      <QueryView query={settings} skeleton={<SkeletonShape shape="form" rows={6} />}>
        {(data) => <MailSettingsForm key={data.version} settings={data} />}
      </QueryView>
    </StaffPage>
  );
}
