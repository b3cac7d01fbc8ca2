import { clearDraft, errorDataOf, hasCode, readDraft, writeDraft } from '@sallyport/forms';
import { Button, Card, Field, Icon, Notice, SectionHeader, useToast } from '@sallyport/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { LeaveGuard } from '../../components/leave-guard.tsx';
import { PersonPicker } from '../../components/person-picker.tsx';
import { type Project, ProjectFrame, ProjectScreen } from '../../components/project-frame.tsx';
import { trpc } from '../../lib/trpc.ts';
import { strings } from '../../strings/strings.ts';
import { projectChanged, projectOptions } from './projects.queries.ts';
import {
  changeCount,
  hasLead,
  KeptTeam,
  linesOf,
  membersOf,
  NO_CHANGES,
  rebased,
  type TeamDraft,
  teamDraftKey,
  toggled,
  withRole,
} from './team-draft.ts';
import { TeamTable } from './team-table.tsx';

const t = strings.projects.team;

/** Who works on a project, and as what. Changes are gathered and saved as one. */
export function TeamPage({ projectId }: { projectId: string }) {
  return (
    <ProjectScreen projectId={projectId} tab="team">
      {(project) => <Team project={project} />}
    </ProjectScreen>
  );
}

function restored({ id, members }: Project): TeamDraft {
  const kept = KeptTeam.safeParse(readDraft(teamDraftKey(id)));
  return kept.success ? rebased(kept.data, members) : NO_CHANGES;
}

function Team({ project }: { project: Project }) {
  const { id, members, version, abilities } = project;
  const toast = useToast();
  const queryClient = useQueryClient();
  const [draft, setDraft] = useState(() => restored(project));
  const [wasRestored] = useState(() => changeCount(linesOf(members, draft)) > 0);
  const lines = linesOf(members, rebased(draft, members));
  const changes = changeCount(lines);
  const saving = useMutation(
    trpc.projects.assignProject.mutationOptions({
      onSuccess: async () => {
        change(NO_CHANGES);
        await projectChanged(queryClient);
        toast.show({ title: t.saved });
      },
      onError: async (error) => {
        if (hasCode(error, 'STALE_EDIT')) await queryClient.invalidateQueries(projectOptions(id));
      },
    }),
  );
  const change = (next: TeamDraft) => {
    setDraft(next);
    if (changeCount(linesOf(members, next)) > 0) writeDraft(teamDraftKey(id), next);
    else clearDraft(teamDraftKey(id));
  };
  const edit = (next: TeamDraft) => {
    saving.reset();
    change(next);
  };
  const save = () =>
    saving.mutate({
      projectId: id,
      version,
      members: membersOf(lines).map(({ person, role }) => ({ accountId: person.id, role })),
    });
  return (
    <ProjectFrame
      project={project}
      tab="team"
      footer={
        abilities.canAssign && changes > 0 ? (
          <SaveTeam
            changes={changes}
            canSave={hasLead(lines)}
            isBusy={saving.isPending}
            onSave={save}
            onDiscard={() => edit(NO_CHANGES)}
          />
        ) : undefined
      }
    >
      <h1 className="sr-only">{t.heading}</h1>
      <div className="flex max-w-[56rem] flex-col gap-4">
        {wasRestored && changes > 0 ? <Notice tone="accent">{t.restored}</Notice> : null}
        {saving.error && !hasCode(saving.error, 'CONFIRM_IDENTITY') ? <Refused error={saving.error} /> : null}
        <section>
          <SectionHeader
            title={t.heading}
            count={members.length}
            actions={abilities.canAssign ? undefined : <span className="text-xs text-text-3">{t.fixed}</span>}
          />
          <Card>
            <TeamTable
              lines={lines}
              canAssign={abilities.canAssign}
              onRole={(personId, role) => edit(withRole(draft, personId, role))}
              onToggle={(line) => edit(toggled(draft, line))}
            />
          </Card>
        </section>
        {abilities.canAssign ? (
          <div className="max-w-[24rem]">
            <Field label={t.add}>
              {(ids) => (
                <PersonPicker
                  {...ids}
                  value={null}
                  placeholder={t.addPlaceholder}
                  emptyText={t.addEmpty}
                  refusal={(person) =>
                    lines.some((line) => line.person.id === person.id) ? t.alreadyOn : undefined
                  }
                  onChange={(person) =>
                    person
                      ? edit({ ...draft, added: [...draft.added, { person, role: 'TESTER' }] })
                      : undefined
                  }
                />
              )}
            </Field>
          </div>
        ) : null}
      </div>
      <LeaveGuard isActive={changes > 0 && !saving.isPending} />
    </ProjectFrame>
  );
}

function Refused({ error }: { error: unknown }) {
  const data = errorDataOf(error);
  if (data?.code === 'STALE_EDIT')
    return (
      <Notice tone="caution" live title={strings.common.staleTitle}>
        {strings.common.stale}
      </Notice>
    );
  return (
    <Notice tone="negative" live>
      {data?.fields?.[0]?.message ?? data?.reason?.message ?? data?.userMessage ?? strings.common.unreachable}
    </Notice>
  );
}

function SaveTeam({
  changes,
  canSave,
  isBusy,
  onSave,
  onDiscard,
}: {
  changes: number;
  canSave: boolean;
  isBusy: boolean;
  onSave: () => void;
  onDiscard: () => void;
}) {
  return (
    <>
      {canSave ? (
        <span className="text-xs text-text-3 max-sm:hidden">{t.nothingYet}</span>
      ) : (
        <span className="flex items-center gap-1.5 text-xs text-negative-text" role="alert">
          <Icon name="alert" size={14} />
          {t.needLead}
        </span>
      )}
      <span className="ml-auto flex gap-2">
        <Button size="lg" disabled={isBusy} onClick={onDiscard}>
          {strings.common.discard}
        </Button>
        <Button
          size="lg"
          variant="primary"
          disabled={!canSave}
          busy={isBusy}
          busyLabel={strings.common.saving}
          onClick={onSave}
        >
          {t.changes(changes)}
        </Button>
      </span>
    </>
  );
}
