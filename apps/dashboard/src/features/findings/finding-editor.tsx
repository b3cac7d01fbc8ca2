import { Button, ConfirmDialog, Notice, StaffPage, StatusPill, useToast } from '@sallyport/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { LeaveGuard } from '../../components/leave-guard.tsx';
import type { Project } from '../../components/project-frame.tsx';
import { problemOf } from '../../lib/problem-of.ts';
import { trpc } from '../../lib/trpc.ts';
import { useNarrow } from '../../lib/use-narrow.ts';
import { usePageTitle } from '../../lib/use-page-title.ts';
import { strings } from '../../strings/strings.ts';
import { ClassificationPanel } from './classification-panel.tsx';
import { ConflictDialog } from './conflict-dialog.tsx';
import { EvidenceStrip } from './evidence-strip.tsx';
import { FindingActions, type FindingDialog } from './finding-actions.tsx';
import { mergeFindings, valuesOf } from './finding-draft.ts';
import { FindingHead } from './finding-head.tsx';
import { FindingTexts } from './finding-texts.tsx';
import { type Finding, findingsChanged } from './findings.queries.ts';
import { InstancesSection } from './instances-section.tsx';
import { PublishDialog } from './publish-dialog.tsx';
import { RatingPanel } from './rating-panel.tsx';
import { UnpublishDialog } from './unpublish-dialog.tsx';
import { useCommandKeys } from './use-command-keys.ts';
import { useEvidence } from './use-evidence.ts';
import { useFindingDraft } from './use-finding-draft.ts';

const t = strings.findings.editor;

/** The page on which a finding is written: texts and places in the middle, rating and evidence beside them. */
export function FindingEditor({
  project,
  finding,
  list,
  listHref,
  previousHref,
  nextHref,
}: {
  project: Project;
  finding: Finding;
  /** The other findings, where there is room for them. */
  list: ReactNode;
  listHref: string;
  previousHref: string | undefined;
  nextHref: string | undefined;
}) {
  usePageTitle(`${finding.reference ?? strings.findings.draft} ${finding.title}`);
  const { canWrite } = finding.abilities;
  const isReadOnly = !canWrite;
  const isNarrow = useNarrow();
  const draft = useFindingDraft(finding);
  const evidence = useEvidence(finding);
  const [dialog, setDialog] = useState<FindingDialog | null>(null);
  const publish = async () => {
    if (!finding.abilities.canPublish || finding.isPublished) return;
    if (!draft.isDirty || (await draft.save())) setDialog('publish');
  };
  useCommandKeys({
    s: () => (canWrite && draft.isDirty ? void draft.save() : undefined),
    Enter: () => void publish(),
  });
  const properties = (
    <Properties project={project} finding={finding}>
      <RatingPanel finding={finding} draft={draft} disabled={isReadOnly} />
      <ClassificationPanel draft={draft} disabled={isReadOnly} />
      <EvidenceStrip finding={finding} upload={evidence.upload} disabled={isReadOnly} />
    </Properties>
  );
  return (
    <StaffPage
      flush
      crumbs={[
        { label: strings.projects.title, href: '/projects' },
        { label: `${project.reference} ${project.name}`, href: `/projects/${project.id}` },
        { label: strings.projects.findings, href: listHref },
        { label: finding.reference ?? strings.findings.draft },
      ]}
      actions={
        <FindingActions
          finding={finding}
          draft={draft}
          previousHref={previousHref}
          nextHref={nextHref}
          onSave={() => void draft.save()}
          onPublish={() => void publish()}
          onDialog={setDialog}
        />
      }
      panelWidth={324}
      panel={
        isNarrow ? undefined : (
          <aside className="min-h-0 overflow-auto border-l border-border" aria-label={t.properties}>
            {properties}
          </aside>
        )
      }
    >
      <div className="min-[1360px]:grid min-[1360px]:h-full min-[1360px]:grid-cols-[250px_minmax(0,1fr)]">
        {list}
        <div className="min-h-0 min-w-0 min-[1360px]:overflow-auto">
          <Messages
            project={project}
            finding={finding}
            draft={draft}
            onCompare={() => setDialog('conflict')}
          />
          <FindingHead finding={finding} draft={draft} disabled={isReadOnly} />
          <FindingTexts
            draft={draft}
            disabled={isReadOnly}
            upload={evidence.upload}
            lookup={evidence.lookup}
          />
          {isNarrow ? <section className="border-t border-border">{properties}</section> : null}
          <InstancesSection finding={finding} disabled={isReadOnly} />
        </div>
      </div>
      <Dialogs
        dialog={dialog}
        project={project}
        finding={finding}
        draft={draft}
        listHref={listHref}
        onSave={draft.save}
        onClose={() => setDialog(null)}
      />
      <LeaveGuard isActive={draft.isDirty && !draft.isSaving && dialog !== 'delete'} />
    </StaffPage>
  );
}

type Draft = ReturnType<typeof useFindingDraft>;

function Properties({
  project: { company },
  finding: { isPublished, abilities },
  children,
}: {
  project: Project;
  finding: Finding;
  children: ReactNode;
}) {
  return (
    <div className="divide-y divide-border *:px-4 *:py-3.5">
      <p className="flex flex-wrap items-center gap-2 bg-sunken text-text-2">
        <StatusPill
          tone={isPublished ? 'positive' : 'neutral'}
          glyph={isPublished ? 'full' : 'dashed'}
          status={isPublished ? strings.findings.published : strings.findings.draft}
        />
        {isPublished ? (abilities.canWrite ? t.visible : t.seen)(company.name) : t.hidden(company.name)}
      </p>
      {children}
    </div>
  );
}

/** What one has to know before writing here. */
function Messages({
  project,
  finding,
  draft,
  onCompare,
}: {
  project: Project;
  finding: Finding;
  draft: Draft;
  onCompare: () => void;
}) {
  const messages = [
    finding.abilities.canWrite ? null : (
      <Notice key="locked" icon="lock">
        {project.completedAt ? t.locked : t.noRight}
      </Notice>
    ),
    draft.isBehind ? (
      <Notice
        key="behind"
        live
        tone="caution"
        title={t.changedMeanwhile(finding.updatedBy?.displayName ?? null)}
        actions={
          <Button size="sm" onClick={onCompare}>
            {t.compare}
          </Button>
        }
      />
    ) : draft.isRestored ? (
      <Notice
        key="restored"
        title={t.restored}
        actions={
          <Button size="sm" onClick={draft.discard}>
            {t.discard}
          </Button>
        }
      />
    ) : null,
    draft.failure ? (
      <Notice key="failure" live tone="negative" title={t.notSaved}>
        {draft.failure}
      </Notice>
    ) : null,
  ].filter((message) => message !== null);
  if (messages.length === 0) return null;
  return <div className="flex flex-col gap-2 px-5 pt-3.5 max-sm:px-4">{messages}</div>;
}

function Dialogs({
  dialog,
  project,
  finding,
  draft,
  listHref,
  onSave,
  onClose,
}: {
  dialog: FindingDialog | null;
  project: Project;
  finding: Finding;
  draft: Draft;
  listHref: string;
  onSave: () => Promise<boolean>;
  onClose: () => void;
}) {
  switch (dialog) {
    case null:
      return null;
    case 'publish':
      return <PublishDialog project={project} findings={[finding]} onClose={onClose} />;
    case 'unpublish':
      return <UnpublishDialog project={project} findings={[finding]} onClose={onClose} />;
    case 'delete':
      return (
        <DeleteDialog finding={finding} listHref={listHref} onDelete={draft.discard} onClose={onClose} />
      );
    case 'conflict':
      return (
        <ConflictDialog
          merge={mergeFindings(draft.base, draft.values, valuesOf(finding))}
          mine={draft.values}
          theirs={valuesOf(finding)}
          isSaving={draft.isSaving}
          onSave={(values) => {
            draft.rebase(values);
            void onSave().then((isSaved) => (isSaved ? onClose() : undefined));
          }}
          onClose={onClose}
        />
      );
  }
}

function DeleteDialog({
  finding: { id: findingId, projectId, title, version },
  listHref,
  onDelete,
  onClose,
}: {
  finding: Finding;
  listHref: string;
  onDelete: () => void;
  onClose: () => void;
}) {
  const toast = useToast();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const deletion = useMutation(
    trpc.findings.deleteFinding.mutationOptions({
      onSuccess: async () => {
        onDelete();
        toast.show({ title: t.deleted });
        await navigate({ href: listHref, ignoreBlocker: true });
        queryClient.removeQueries(trpc.findings.getFinding.queryFilter({ findingId }));
        await findingsChanged(queryClient, projectId);
      },
    }),
  );
  return (
    <ConfirmDialog
      open
      danger
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      title={t.deleteTitle(title)}
      body={t.deleteBody}
      confirmLabel={t.delete}
      onConfirm={() => deletion.mutate({ findingId, version })}
      busy={deletion.isPending}
      busyLabel={t.deleteBusy}
      error={problemOf(deletion.error)}
    />
  );
}
