import {
  Button,
  Card,
  DateText,
  Icon,
  KeyValueList,
  Notice,
  PageTitle,
  SectionHeader,
  TextLink,
} from '@sallyport/ui';
import { CompanyMark } from '../../components/company-mark.tsx';
import { canCreateProjects } from '../../lib/abilities.ts';
import { useCurrentUser } from '../../lib/current-user.ts';
import { strings } from '../../strings/strings.ts';
import type { CompanyDetail } from './companies.queries.ts';
import { CompanyFrame, CompanyScreen } from './company-frame.tsx';
import { ContactList } from './contact-list.tsx';
import { LogoCard } from './logo-card.tsx';

const t = strings.companies;

/** What the firm knows of a client: profile, contacts, logo. */
export function CompanyProfilePage({ companyId }: { companyId: string }) {
  return (
    <CompanyScreen companyId={companyId} tab="profile">
      {(company) => <Profile company={company} />}
    </CompanyScreen>
  );
}

function Profile({ company }: { company: CompanyDetail }) {
  const { profile, abilities } = company;
  const mayPlan = abilities.canCreateProject && canCreateProjects(useCurrentUser());
  return (
    <CompanyFrame
      company={company}
      tab="profile"
      actions={
        <>
          {mayPlan ? (
            <Button icon="plus" href={`/projects/new?company=${company.id}`}>
              {t.newProject}
            </Button>
          ) : null}
          {abilities.canEdit ? (
            <Button variant="primary" icon="pencil" href={`/companies/${company.id}/edit`}>
              {t.form.edit}
            </Button>
          ) : null}
        </>
      }
    >
      <div className="flex items-center gap-3.5">
        <CompanyMark company={company} size={48} version={company.version} />
        <div className="min-w-0 flex-1">
          <PageTitle title={company.name} subtitle={profile?.legalName || undefined} />
        </div>
      </div>
      {profile ? null : (
        <div className="mt-5">
          <Notice icon="lock">{t.limited}</Notice>
        </div>
      )}
      <div className="mt-6 grid items-start gap-x-8 gap-y-7 xl:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex min-w-0 flex-col gap-7">
          {profile ? (
            <ContactList contacts={profile.contacts} companyId={company.id} canEdit={abilities.canEdit} />
          ) : null}
          {profile?.notes ? (
            <section>
              <SectionHeader
                title={
                  <span className="inline-flex items-center gap-1.5">
                    <Icon name="lock" size={14} className="text-icon" />
                    {t.facts.notes}
                  </span>
                }
                actions={<span className="text-xs text-text-3 max-sm:hidden">{t.facts.notesHint}</span>}
              />
              <Card padded>
                <p className="max-w-readable whitespace-pre-line wrap-anywhere">{profile.notes}</p>
              </Card>
            </section>
          ) : null}
        </div>
        <div className="flex flex-col gap-4">
          <Card title={t.facts.heading} padded>
            <KeyValueList items={factsOf(company)} />
          </Card>
          {abilities.canEdit ? <LogoCard company={company} /> : null}
        </div>
      </div>
    </CompanyFrame>
  );
}

function factsOf(company: CompanyDetail) {
  const { profile, openProjectCount, projectCount, customerCount } = company;
  const written = profile
    ? [
        { key: 'legalName', label: t.facts.legalName, value: profile.legalName },
        {
          key: 'address',
          label: t.facts.address,
          value: profile.address ? <span className="py-1 whitespace-pre-line">{profile.address}</span> : '',
        },
        {
          key: 'website',
          label: t.facts.website,
          value: profile.website ? <Website address={profile.website} /> : '',
        },
      ]
    : [];
  return [
    ...written.map((fact) => ({
      ...fact,
      value: fact.value === '' ? <span className="text-text-3">{strings.common.noValue}</span> : fact.value,
    })),
    { key: 'projects', label: t.facts.projects, value: t.facts.openOf(openProjectCount, projectCount) },
    ...(customerCount === null ? [] : [{ key: 'customers', label: t.facts.customers, value: customerCount }]),
    { key: 'created', label: t.facts.created, value: <DateText at={company.createdAt} /> },
  ];
}

/** A client's own address leads outside, so it opens beside this app and tells nothing of it. */
function Website({ address }: { address: string }) {
  return (
    <TextLink href={address} target="_blank" rel="noreferrer noopener">
      {address.replace(/^https?:\/\//, '').replace(/\/$/, '')}
    </TextLink>
  );
}
