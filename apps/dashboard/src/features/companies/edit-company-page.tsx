import { UpdateCompanyInput } from '@sallyport/contracts/staff';
import { PageTitle, SkeletonShape, StaffPage, useToast } from '@sallyport/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { QueryView } from '../../components/query-view.tsx';
import { client } from '../../lib/trpc.ts';
import { usePageTitle } from '../../lib/use-page-title.ts';
import { strings } from '../../strings/strings.ts';
import { type CompanyDetail, companyChanged, companyOptions } from './companies.queries.ts';
import { CompanyForm } from './company-form.tsx';
import { draftsOf } from './contact-rows.ts';

const t = strings.companies;

/** Changes a client's profile and contacts. */
export function EditCompanyPage({ companyId }: { companyId: string }) {
  const company = useQuery(companyOptions(companyId));
  const name = company.data?.name ?? '…';
  usePageTitle(t.form.edit);
  return (
    <StaffPage
      crumbs={[
        { label: t.title, href: '/companies' },
        { label: name, href: `/companies/${companyId}` },
        { label: t.form.edit },
      ]}
    >
      <div className="mx-auto w-full max-w-[42rem]">
        <QueryView query={company} skeleton={<SkeletonShape shape="form" rows={6} />}>
          {(data) => (
            <>
              <PageTitle title={t.form.editTitle(data.name)} />
              <Editor company={data} />
            </>
          )}
        </QueryView>
      </div>
    </StaffPage>
  );
}

function Editor({ company }: { company: CompanyDetail }) {
  const toast = useToast();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const { id, name, profile, version } = company;
  return (
    <CompanyForm
      schema={UpdateCompanyInput}
      initial={{
        name,
        legalName: profile?.legalName ?? '',
        address: profile?.address ?? '',
        website: profile?.website ?? '',
        notes: profile?.notes ?? '',
        contacts: draftsOf(profile?.contacts ?? []),
      }}
      version={version}
      draftKey={`company.${id}.${version}`}
      submit={strings.common.save}
      busy={strings.common.saving}
      cancelHref={`/companies/${id}`}
      onStale={() => queryClient.invalidateQueries(companyOptions(id))}
      onSubmit={async (input) => {
        await client.companies.updateCompany.mutate({ companyId: id, ...input });
        await companyChanged(queryClient);
        toast.show({ title: t.form.saved });
        await navigate({ to: '/companies/$companyId', params: { companyId: id }, ignoreBlocker: true });
      }}
    />
  );
}
