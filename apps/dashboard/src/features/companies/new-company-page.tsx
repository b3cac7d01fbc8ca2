import { CreateCompanyInput } from '@sallyport/contracts/staff';
import { PageTitle, StaffPage, useToast } from '@sallyport/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useCurrentUser } from '../../lib/current-user.ts';
import { client } from '../../lib/trpc.ts';
import { usePageTitle } from '../../lib/use-page-title.ts';
import { strings } from '../../strings/strings.ts';
import { companyChanged } from './companies.queries.ts';
import { CompanyForm } from './company-form.tsx';

const t = strings.companies;
const BLANK = { name: '', legalName: '', address: '', website: '', notes: '', contacts: [] };

/** Adds a client; asked for from a new project, the way leads back there with the company chosen. */
export function NewCompanyPage({ isForProject }: { isForProject: boolean }) {
  usePageTitle(t.form.newTitle);
  const toast = useToast();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const { user } = useCurrentUser();
  return (
    <StaffPage crumbs={[{ label: t.title, href: '/companies' }, { label: t.form.newTitle }]}>
      <div className="mx-auto w-full max-w-[42rem]">
        <PageTitle title={t.form.newTitle} subtitle={t.form.newSubtitle} />
        <CompanyForm
          schema={CreateCompanyInput}
          initial={BLANK}
          draftKey={`company.new.${user.id}`}
          submit={t.form.create}
          busy={t.form.creating}
          cancelHref={isForProject ? '/projects/new' : '/companies'}
          onSubmit={async (input) => {
            const { id } = await client.companies.createCompany.mutate(input);
            await companyChanged(queryClient);
            toast.show({ title: t.form.created(input.name) });
            await navigate({
              ...(isForProject
                ? { to: '/projects/new', search: { company: id } }
                : { to: '/companies/$companyId', params: { companyId: id } }),
              ignoreBlocker: true,
            });
          }}
        />
      </div>
    </StaffPage>
  );
}
