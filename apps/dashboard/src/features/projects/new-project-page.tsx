import { CreateProjectInput } from '@sallyport/contracts/staff';
import { type FormControl, readDraft, writeDraft } from '@sallyport/forms';
import { Field, PageTitle, SkeletonShape, StaffPage, TextLink, useToast } from '@sallyport/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { CompanyPicker } from '../../components/company-picker.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { canAssignProjects, canManageCompanies } from '../../lib/abilities.ts';
import { useCurrentUser } from '../../lib/current-user.ts';
import { client, type Outputs, trpc } from '../../lib/trpc.ts';
import { usePageTitle } from '../../lib/use-page-title.ts';
import { strings } from '../../strings/strings.ts';
import {
  END_BEFORE_START,
  endsAfterStart,
  ProjectForm,
  type ProjectValues,
  projectInput,
} from './project-form.tsx';
import { projectChanged, projectOptions } from './projects.queries.ts';
import { TeamChoice } from './team-choice.tsx';
import { type ChosenMember, teamDraftKey } from './team-draft.ts';

const t = strings.projects;

interface NewValues extends ProjectValues {
  companyId: string;
  team: ChosenMember[];
}

const BLANK: NewValues = {
  companyId: '',
  name: '',
  typeId: '',
  approach: '',
  testStart: '',
  testEnd: '',
  standardIds: [],
  description: '',
  team: [],
};

const NewProject = CreateProjectInput.refine(endsAfterStart, END_BEFORE_START);

/** Plans an engagement; whoever plans it becomes its lead. */
export function NewProjectPage({ companyId }: { companyId: string | undefined }) {
  usePageTitle(t.form.title);
  const choices = useQuery(trpc.projects.getProjectChoices.queryOptions());
  return (
    <StaffPage crumbs={[{ label: t.title, href: '/projects' }, { label: t.form.title }]}>
      <div className="mx-auto w-full max-w-[42rem]">
        <PageTitle title={t.form.title} subtitle={t.form.subtitle} />
        <QueryView query={choices} skeleton={<SkeletonShape shape="form" rows={6} />}>
          {(data) => <NewProjectForm choices={data} companyId={companyId} />}
        </QueryView>
      </div>
    </StaffPage>
  );
}

/** The company that the address names goes before the one in a draft; the rest of the draft stays. */
function chooseInDraft(draftKey: string, companyId: string | undefined): void {
  const kept = readDraft(draftKey);
  if (companyId !== undefined && typeof kept === 'object' && kept !== null)
    writeDraft(draftKey, { ...kept, companyId });
}

function NewProjectForm({
  choices,
  companyId,
}: {
  choices: Outputs['projects']['getProjectChoices'];
  companyId: string | undefined;
}) {
  const toast = useToast();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const current = useCurrentUser();
  const mayAssign = canAssignProjects(current);
  const draftKey = `project.new.${current.user.id}`;
  useState(() => chooseInDraft(draftKey, companyId));

  /** The creator leads from the start; the others join in one further step. */
  async function saveTeam(projectId: string, team: readonly ChosenMember[]): Promise<boolean> {
    if (team.length === 0) return true;
    const project = await queryClient.fetchQuery(projectOptions(projectId));
    try {
      await client.projects.assignProject.mutate({
        projectId,
        version: project.version,
        members: [
          ...project.members.map(({ person, role }) => ({ accountId: person.id, role })),
          ...team.map(({ person, role }) => ({ accountId: person.id, role })),
        ],
      });
      return true;
    } catch {
      writeDraft(teamDraftKey(projectId), { roles: {}, removed: [], added: team });
      toast.show({ tone: 'negative', title: t.form.createdWithoutTeam });
      return false;
    }
  }

  return (
    <ProjectForm
      schema={NewProject}
      initial={companyId === undefined ? BLANK : { ...BLANK, companyId }}
      toInput={({ team: _team, companyId: company, ...values }: NewValues) => ({
        ...projectInput(values),
        companyId: company,
      })}
      draftKey={draftKey}
      choices={choices}
      submit={t.form.submit}
      busy={t.form.busy}
      cancelHref="/projects"
      before={(form) => <CompanyField form={form} mayCreate={canManageCompanies(current)} />}
      after={(form) =>
        mayAssign ? (
          <TeamChoice
            self={current.user.id}
            team={form.values.team}
            onChange={(team) => form.set('team', team)}
          />
        ) : (
          <p className="text-xs text-text-3">{t.form.youLead}</p>
        )
      }
      onSubmit={async (input, { team }) => {
        const created = await client.projects.createProject.mutate(input);
        const isTeamSaved = await saveTeam(created.id, mayAssign ? team : []);
        await projectChanged(queryClient);
        if (isTeamSaved) toast.show({ title: t.form.created(created.reference) });
        await navigate({
          to: isTeamSaved ? '/projects/$projectId' : '/projects/$projectId/team',
          params: { projectId: created.id },
          ignoreBlocker: true,
        });
      }}
    />
  );
}

function CompanyField({ form, mayCreate }: { form: FormControl<NewValues>; mayCreate: boolean }) {
  return (
    <Field
      label={t.form.company}
      error={form.errors['companyId'] ? t.form.chooseCompany : undefined}
      labelAction={
        mayCreate ? (
          <TextLink className="text-xs" href="/companies/new?for=project">
            {t.form.newCompany}
          </TextLink>
        ) : undefined
      }
    >
      {(ids) => (
        <CompanyPicker
          {...ids}
          value={form.values.companyId || null}
          onChange={(company) => form.set('companyId', company?.id ?? '')}
        />
      )}
    </Field>
  );
}
