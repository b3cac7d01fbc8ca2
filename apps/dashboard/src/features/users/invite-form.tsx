import { InviteUserInput } from '@sallyport/contracts/staff';
import { AreaField, DateField, TextField, useForm } from '@sallyport/forms';
import { Button, FormError } from '@sallyport/ui';
import { useQuery } from '@tanstack/react-query';
import { stableGrants } from '../../components/stable-grants.ts';
import { useCurrentUser } from '../../lib/current-user.ts';
import { dayFromToday, endOfDay } from '../../lib/days.ts';
import { client, type Outputs, trpc } from '../../lib/trpc.ts';
import { strings } from '../../strings/strings.ts';
import { giveableGroups } from './giveable-group.ts';
import { GroupChoice } from './group-choice.tsx';

const t = strings.users.form;

const BLANK: InviteValues = {
  displayName: '',
  email: '',
  username: '',
  title: '',
  groupIds: [],
  reason: '',
  day: '',
};

interface InviteValues {
  displayName: string;
  email: string;
  username: string;
  title: string;
  groupIds: string[];
  reason: string;
  day: string;
}

/** Everything about an invitation but the password, which only the invited person chooses. */
export function InviteForm({
  onInvited,
}: {
  onInvited: (name: string, link: Outputs['users']['inviteUser']) => Promise<unknown>;
}) {
  const { user } = useCurrentUser();
  const groups = useQuery(trpc.groups.listGroups.queryOptions());
  const profile = useQuery(trpc.profile.getProfile.queryOptions());
  const giveable =
    groups.data && profile.data ? giveableGroups(groups.data.rows, stableGrants(profile.data)) : undefined;
  const form = useForm({
    schema: InviteUserInput,
    initial: BLANK,
    toInput: ({ day, username, ...values }) => ({
      ...values,
      ...(username.trim() === '' ? {} : { username }),
      expiresAt: endOfDay(day),
    }),
    draftKey: `invite.${user.id}`,
    unreachable: strings.common.unreachable,
    onSubmit: async (input) => onInvited(input.displayName, await client.users.inviteUser.mutate(input)),
  });
  const isLocked =
    giveable?.some(({ group, managesPeople }) => managesPeople && form.values.groupIds.includes(group.id)) ??
    false;
  const needsEnd =
    groups.data?.rows.some(
      ({ id, requiresAccountExpiry }) => requiresAccountExpiry && form.values.groupIds.includes(id),
    ) ?? false;
  return (
    <form ref={form.ref} onSubmit={form.submit} noValidate className="mt-6 flex flex-col gap-5">
      {form.failure ? <FormError title={form.failure} /> : null}
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField form={form} name="displayName" label={t.displayName} autoComplete="off" autoFocus />
        <TextField
          form={form}
          name="email"
          label={t.email}
          help={t.emailHelp}
          type="email"
          autoComplete="off"
        />
        <TextField form={form} name="title" label={t.titleField} optional autoComplete="off" />
        <TextField form={form} name="username" label={t.username} optional autoComplete="off" />
      </div>
      <GroupChoice
        groups={giveable}
        chosen={form.values.groupIds}
        onChange={(ids) => form.set('groupIds', ids)}
        error={form.errors['groupIds']}
      />
      <div className="grid items-start gap-4 sm:grid-cols-[minmax(0,1fr)_13rem]">
        <AreaField form={form} name="reason" label={t.reason} help={t.reasonHelp} />
        <EndField form={form} isRequired={needsEnd} />
      </div>
      <div className="flex flex-wrap items-center justify-end gap-2 border-t border-border pt-4">
        {isLocked ? <span className="mr-auto text-xs text-text-3">{t.lockNote}</span> : null}
        <Button size="lg" href="/users">
          {strings.common.cancel}
        </Button>
        <Button
          size="lg"
          type="submit"
          variant="primary"
          icon="send"
          lock={isLocked}
          busy={form.isBusy}
          busyLabel={t.busy}
        >
          {t.submit}
        </Button>
      </div>
    </form>
  );
}

/** The end of the account: a day on screen, a moment on the wire; errors of the moment stand at the day. */
function EndField({
  form,
  isRequired,
}: {
  form: ReturnType<typeof useForm<InviteValues, unknown>>;
  isRequired: boolean;
}) {
  const error = form.errors['expiresAt'];
  return (
    <DateField
      form={error ? { ...form, errors: { ...form.errors, day: error } } : form}
      name="day"
      label={t.ends}
      help={isRequired ? t.endsRequired : t.endsHelp}
      min={dayFromToday(1)}
      optional={!isRequired}
    />
  );
}
