import { errorDataOf, hasCode } from '@sallyport/forms';
import { Button, IconButton, Menu, Notice, StaffPage } from '@sallyport/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { LeaveGuard } from '../../components/leave-guard.tsx';
import { useCurrentUser } from '../../lib/current-user.ts';
import { useNarrow } from '../../lib/use-narrow.ts';
import { strings } from '../../strings/strings.ts';
import { DeleteGroupDialog } from './delete-group-dialog.tsx';
import { draftOf } from './group-draft.ts';
import { GroupEffectPanel } from './group-effect-panel.tsx';
import { GroupIdentity, GroupTags } from './group-identity.tsx';
import { GroupPermissions } from './group-permissions.tsx';
import { type GroupDetail, groupOptions } from './groups.queries.ts';
import { MembersSection } from './members-section.tsx';
import { SaveFooter } from './save-footer.tsx';
import { useGroupDraft } from './use-group-draft.ts';
import { useGroupEffect } from './use-group-effect.ts';
import { useSaveGroup } from './use-save-group.ts';

const t = strings.groups;

/** Edits a group as one: permissions, members, name. The panel shows what saving would do. */
export function GroupEditor({ group }: { group: GroupDetail }) {
  const { user } = useCurrentUser();
  const queryClient = useQueryClient();
  const [isDeleting, setDeleting] = useState(false);
  const { draft, changes, wasRestored, change, discard, settle } = useGroupDraft(
    `group.${user.id}.${group.id}`,
    group,
  );
  const state = useGroupEffect(draft, group, changes);
  const saving = useSaveGroup(group, settle);
  const { abilities } = group;
  const isNarrow = useNarrow();
  const isEditable = abilities.canEditGrants || abilities.canEditMembers;
  const isStale = hasCode(saving.error, 'STALE_EDIT') || hasCode(state.error, 'STALE_EDIT');
  const patch = (next: Parameters<typeof change>[0]) => {
    saving.reset();
    change(next);
  };
  const loadLatest = async () => {
    saving.reset();
    await queryClient.invalidateQueries(groupOptions(group.id));
  };
  return (
    <StaffPage
      crumbs={[{ label: t.title, href: '/groups' }, { label: group.name }]}
      panelWidth={392}
      actions={
        <>
          {changes > 0 ? (
            <span className="inline-flex items-center gap-1.5 text-xs font-medium text-caution-text">
              <span className="size-1.5 rounded-full bg-caution-solid" />
              {t.editor.unsaved}
            </span>
          ) : null}
          {abilities.canDelete ? (
            <Menu
              items={[
                {
                  label: t.remove.action,
                  icon: 'trash',
                  danger: true,
                  lock: true,
                  onSelect: () => setDeleting(true),
                },
              ]}
              trigger={<IconButton plain icon="dots" label={t.editor.history} />}
            />
          ) : null}
        </>
      }
      panel={
        isEditable && (changes > 0 || !isNarrow) ? (
          <GroupEffectPanel
            state={state}
            changes={changes}
            footer={
              changes > 0 ? (
                <SaveFooter
                  label={t.effect.save(changes)}
                  busyLabel={strings.common.saving}
                  isBusy={saving.isSaving}
                  canSave={
                    state.effect?.isAllowed === true && !state.isBehind && !state.isIncomplete && !isStale
                  }
                  needsConfirmation={state.effect?.needsConfirmation ?? abilities.needsConfirmation}
                  problem={
                    isStale
                      ? undefined
                      : (saveProblem(saving.error) ??
                        (state.effect?.isAllowed === false ? t.effect.refused : undefined))
                  }
                  onSave={() => saving.save(draft)}
                  onDiscard={() => {
                    saving.reset();
                    discard();
                  }}
                />
              ) : undefined
            }
          />
        ) : undefined
      }
    >
      <div className="flex flex-col gap-6">
        {isStale ? (
          <Notice
            tone="caution"
            live
            title={t.stale.title}
            actions={
              <Button size="sm" onClick={() => void loadLatest()}>
                {t.stale.action}
              </Button>
            }
          >
            {t.stale.body}
          </Notice>
        ) : null}
        {wasRestored && changes > 0 ? (
          <Notice
            tone="accent"
            actions={
              <Button size="sm" onClick={discard}>
                {strings.common.discard}
              </Button>
            }
          >
            {t.editor.restoredDraft}
          </Notice>
        ) : null}
        <GroupIdentity
          name={draft.name}
          purpose={draft.purpose}
          tags={<GroupTags group={group} />}
          canEdit={abilities.canEditGrants}
          errors={fieldErrors(saving.error)}
          onChange={patch}
        />
        {abilities.limit ? (
          <Notice icon="lock" title={t.editor.limitTitle}>
            {abilities.limit}
          </Notice>
        ) : null}
        <GroupPermissions
          before={draftOf(group).grants}
          grants={draft.grants}
          onChange={(grants) => patch({ grants })}
          isFixed={!abilities.canEditGrants}
        />
        {group.grants.audience === 'STAFF' ? (
          <MembersSection
            members={group.members}
            draft={draft}
            canEdit={abilities.canEditMembers}
            onChange={patch}
          />
        ) : (
          <Notice icon="contact">{t.editor.customerMembers}</Notice>
        )}
      </div>
      <LeaveGuard isActive={changes > 0} />
      {isDeleting ? (
        <DeleteGroupDialog group={group} onClose={() => setDeleting(false)} onDeleted={discard} />
      ) : null}
    </StaffPage>
  );
}

/** What went wrong while saving, in words; null where it shows elsewhere or the person cancelled. */
function saveProblem(error: unknown): string | undefined {
  if (!error || hasCode(error, 'CONFIRM_IDENTITY') || hasCode(error, 'NAME_TAKEN')) return undefined;
  const data = errorDataOf(error);
  return data?.reason?.message ?? data?.userMessage ?? strings.common.unreachable;
}

function fieldErrors(error: unknown): Record<string, string> {
  const data = errorDataOf(error);
  if (data?.code === 'NAME_TAKEN') return { name: data.userMessage };
  return Object.fromEntries((data?.fields ?? []).map(({ path, message }) => [path, message]));
}
