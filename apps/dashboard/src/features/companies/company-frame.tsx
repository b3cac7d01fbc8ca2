import { hasCode } from '@sallyport/forms';
import { SkeletonShape, StaffPage, Tabs } from '@sallyport/ui';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { PageHeading } from '../../components/page-heading.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { canManageCompanies } from '../../lib/abilities.ts';
import { useCurrentUser } from '../../lib/current-user.ts';
import { usePageTitle } from '../../lib/use-page-title.ts';
import { strings } from '../../strings/strings.ts';
import { type CompanyDetail, companyOptions } from './companies.queries.ts';

const t = strings.companies;
export type CompanyTab = keyof typeof t.tabs;
const TABS: readonly CompanyTab[] = ['profile', 'customers', 'projects', 'policy'];

function hrefOf(companyId: string, tab: CompanyTab): string {
  return tab === 'profile' ? `/companies/${companyId}` : `/companies/${companyId}/${tab}`;
}

/** Asks for a company; the screen of a tab is drawn once it is there. */
export function CompanyScreen({
  companyId,
  tab,
  children,
}: {
  companyId: string;
  tab: CompanyTab;
  children: (company: CompanyDetail) => ReactNode;
}) {
  const company = useQuery(companyOptions(companyId));
  usePageTitle(company.data?.name ?? t.title);
  if (company.data) return children(company.data);
  return (
    <StaffPage
      crumbs={[{ label: t.title, href: '/companies' }, { label: '…' }]}
      tabs={company.error ? undefined : <TabBar companyId={companyId} tab={tab} />}
    >
      {hasCode(company.error, 'NOT_FOUND') ? null : <PageHeading>{t.title}</PageHeading>}
      <QueryView query={company} skeleton={<SkeletonShape shape="text" rows={10} />}>
        {() => null}
      </QueryView>
    </StaffPage>
  );
}

/** The way here and the tabs of a company. */
export function CompanyFrame({
  company,
  tab,
  ...page
}: {
  company: CompanyDetail;
  tab: CompanyTab;
  actions?: ReactNode;
  flush?: boolean;
  children: ReactNode;
}) {
  return (
    <StaffPage
      {...page}
      crumbs={[
        { label: t.title, href: '/companies' },
        { label: company.name, href: hrefOf(company.id, 'profile') },
        ...(tab === 'profile' ? [] : [{ label: t.tabs[tab] }]),
      ]}
      tabs={<TabBar companyId={company.id} tab={tab} company={company} />}
    />
  );
}

function TabBar({
  companyId,
  tab,
  company,
}: {
  companyId: string;
  tab: CompanyTab;
  company?: CompanyDetail;
}) {
  const viewer = useCurrentUser();
  const shown = TABS.filter((key) => key !== 'policy' || canManageCompanies(viewer));
  const counts: Partial<Record<CompanyTab, number>> = company
    ? {
        projects: company.projectCount,
        ...(company.customerCount === null ? {} : { customers: company.customerCount }),
      }
    : {};
  return (
    <Tabs
      label={t.tabsLabel}
      tabs={shown.map((key) => ({
        href: hrefOf(companyId, key),
        label: t.tabs[key],
        count: counts[key],
        current: key === tab,
      }))}
    />
  );
}
