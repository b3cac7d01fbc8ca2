import { CreateGroupInput, type GroupGrants } from '@sallyport/contracts/staff';
import { errorDataOf, hasCode } from '@sallyport/forms';
import { CheckLine, EffectPanel, EmptyState, Segmented, StaffPage, useToast } from '@sallyport/ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { grantWords, missingGrants } from '../../components/grant-words.ts';
import { LeaveGuard } from '../../components/leave-guard.tsx';
import { stableGrants } from '../../components/stable-grants.ts';
import { canManageUsers } from '../../lib/abilities.ts';
import { useCurrentUser } from '../../lib/current-user.ts';
import { trpc } from '../../lib/trpc.ts';
import { usePageTitle } from '../../lib/use-page-title.ts';
import { strings } from '../../strings/strings.ts';
import { type GroupBase, staffGrants } from './group-draft.ts';
import { GroupIdentity } from './group-identity.tsx';
import { GroupPermissions } from './group-permissions.tsx';
import { managesPeople } from './manages-people.ts';
import { SaveFooter } from './save-footer.tsx';
import { useGroupDraft } from './use-group-draft.ts';

const t = strings.groups;

const EMPTY: Record<'STAFF' | 'CUSTOMER', GroupGrants> = {
  STAFF: { audience: 'STAFF', staff: [] },
  CUSTOMER: { audience: 'CUSTOMER', customer: [] },
};

/** The same editor for a group that does not exist yet; its members follow once it does. */
export function NewGroupPage({
  audience,
  onAudience,
}: {
  audience: 'STAFF' | 'CUSTOMER';
  onAudience: (audience: 'STAFF' | 'CUSTOMER') => void;
}) {
  usePageTitle(t.create.title);
  const current = useCurrentUser();
  const mayChoose = canManageUsers(current);
  const kind = mayChoose ? audience : 'CUSTOMER';
  return <NewGroup key={kind} audience={kind} mayChoose={mayChoose} onAudience={onAudience} />;
}

function NewGroup({
  audience,
  mayChoose,
  onAudience,
}: {
  audience: 'STAFF' | 'CUSTOMER';
  mayChoose: boolean;
  onAudience: (audience: 'STAFF' | 'CUSTOMER') => void;
}) {
  const { user } = useCurrentUser();
  const toast = useToast();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [base] = useState<GroupBase>(() => ({ name: '', purpose: '', grants: EMPTY[audience], members: [] }));
  const { draft, changes, change, discard } = useGroupDraft(`group.${user.id}.new.${audience}`, base);
  const [tried, setTried] = useState(false);
  const profile = useQuery(trpc.profile.getProfile.queryOptions()).data;
  const missing = profile ? missingGrants(staffGrants(draft.grants), stableGrants(profile)) : [];
  const creation = useMutation(
    trpc.groups.createGroup.mutationOptions({
      onSuccess: async (group) => {
        discard();
        toast.show({ title: t.created(group.name) });
        await navigate({ to: '/groups/$groupId', params: { groupId: group.id }, ignoreBlocker: true });
        await queryClient.invalidateQueries();
      },
    }),
  );
  const checked = CreateGroupInput.safeParse({
    name: draft.name,
    purpose: draft.purpose,
    grants: draft.grants,
  });
  const problem = errorDataOf(creation.error);
  const errors: Record<string, string> = {};
  if (tried && !checked.success)
    for (const { path, message } of checked.error.issues) errors[path.join('.')] ??= message;
  if (problem?.code === 'NAME_TAKEN') errors['name'] = problem.userMessage;
  const save = () => {
    setTried(true);
    if (!checked.success) requestAnimationFrame(focusFirstError);
    if (checked.success) creation.mutate(checked.data);
  };
  const patch = (next: Parameters<typeof change>[0]) => {
    creation.reset();
    change(next);
  };
  const isOddError =
    creation.error && problem?.code !== 'NAME_TAKEN' && !hasCode(creation.error, 'CONFIRM_IDENTITY');
  return (
    <StaffPage
      crumbs={[{ label: t.title, href: '/groups' }, { label: t.create.title }]}
      panelWidth={392}
      panel={
        <EffectPanel
          title={t.effect.title}
          urgent={missing.length > 0}
          checks={
            missing.length > 0 ? (
              <CheckLine state="failed">{t.effect.missing(missing.map(grantWords).join(', '))}</CheckLine>
            ) : undefined
          }
          empty={<EmptyState icon="layers" title={t.effect.idleTitleNew} body={t.effect.newHint} />}
          footer={
            <SaveFooter
              label={t.effect.create}
              busyLabel={t.effect.creating}
              isBusy={creation.isPending}
              canSave={missing.length === 0}
              needsConfirmation={managesPeople(draft.grants)}
              problem={
                isOddError
                  ? (problem?.reason?.message ?? problem?.userMessage ?? strings.common.unreachable)
                  : undefined
              }
              onSave={save}
              onDiscard={changes > 0 ? discard : undefined}
            />
          }
        />
      }
    >
      <div className="flex flex-col gap-6">
        <div>
          <h1 className="text-xl font-semibold">{t.create.title}</h1>
          <p className="mt-0.5 text-text-2">{t.create.subtitle}</p>
        </div>
        {mayChoose ? (
          <div className="flex">
            <Segmented
              label={t.create.audience}
              value={audience}
              onChange={onAudience}
              options={[
                { value: 'STAFF', label: t.newStaff, icon: 'user' },
                { value: 'CUSTOMER', label: t.newCustomer, icon: 'contact' },
              ]}
            />
          </div>
        ) : null}
        <GroupIdentity
          name={draft.name}
          purpose={draft.purpose}
          tags={null}
          canEdit
          startsOpen
          errors={errors}
          onChange={patch}
        />
        <GroupPermissions
          before={EMPTY[audience]}
          grants={draft.grants}
          onChange={(grants) => patch({ grants })}
          isFixed={false}
        />
      </div>
      <LeaveGuard isActive={changes > 0} />
    </StaffPage>
  );
}

function focusFirstError(): void {
  document.querySelector<HTMLElement>('#main [aria-invalid="true"]')?.focus();
}
