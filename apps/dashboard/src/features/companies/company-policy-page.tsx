import { SkeletonShape } from '@sallyport/ui';
import { useQuery } from '@tanstack/react-query';
import { NetworksEditor } from '../../components/networks-editor.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { trpc } from '../../lib/trpc.ts';
import { strings } from '../../strings/strings.ts';
import type { CompanyDetail } from './companies.queries.ts';
import { CompanyFrame, CompanyScreen } from './company-frame.tsx';
import { CompanyPolicyForm } from './company-policy-form.tsx';

const t = strings.settings.company;

/** What holds for the people of one client at the portal. */
export function CompanyPolicyPage({ companyId }: { companyId: string }) {
  return (
    <CompanyScreen companyId={companyId} tab="policy">
      {(company) => <Policy company={company} />}
    </CompanyScreen>
  );
}

function Policy({ company }: { company: CompanyDetail }) {
  const policy = useQuery(trpc.companyPolicy.get.queryOptions({ companyId: company.id }));
  return (
    <CompanyFrame company={company} tab="policy">
      <h1 className="sr-only">{t.title}</h1>
      <div className="flex max-w-[52rem] flex-col gap-4">
        <p className="text-text-2">{t.intro(company.name)}</p>
        <QueryView query={policy} skeleton={<SkeletonShape shape="form" rows={3} />}>
          {(data) => <CompanyPolicyForm key={data.version} companyId={company.id} policy={data} />}
        </QueryView>
        <p className="text-text-2">{t.networksIntro}</p>
        <NetworksEditor place={{ level: 'COMPANY', subjectId: company.id }} title={t.networks} />
      </div>
    </CompanyFrame>
  );
}
