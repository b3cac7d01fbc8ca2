import { SkeletonShape, StaffPage } from '@sallyport/ui';
import { useQuery } from '@tanstack/react-query';
import { PageHeading } from '../../components/page-heading.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { SettingsTabs } from '../../components/settings-tabs.tsx';
import { trpc } from '../../lib/trpc.ts';
import { usePageTitle } from '../../lib/use-page-title.ts';
import { strings } from '../../strings/strings.ts';
import { SecurityPolicyForm } from './security-policy-form.tsx';

const t = strings.settings;

/** What holds for everybody: second factors, sessions, passwords, tokens. */
export function SecurityPolicyPage() {
  usePageTitle(t.tabs.security);
  const policy = useQuery(trpc.securityPolicy.get.queryOptions({}));
  return (
    <StaffPage
      crumbs={[{ label: t.title, href: '/settings' }, { label: t.tabs.security }]}
      tabs={<SettingsTabs current="security" />}
    >
      <PageHeading>{t.tabs.security}</PageHeading>
      <QueryView query={policy} skeleton={<SkeletonShape shape="form" rows={6} />}>
        {(data) => <SecurityPolicyForm key={data.version} policy={data} />}
      </QueryView>
    </StaffPage>
  );
}
